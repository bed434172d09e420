package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether something else was wanted besides the visit that is booked now.
///
/// - `none`: no
/// - `place`: a visit at another of his places
/// - `offer`: yes, and another visit can be offered
/// - `person`: yes, but somebody not on file has one open visit at a time; a person decides
record NextNeed(Clients clients, Services services) implements Action {

  @Override
  public String name() {
    return "next-need";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("none", "offer", "person", "place");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NEXT_SERVICE, Vars.PLACE);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> place = Places.next(context);
    if (place.isPresent()) {
      return Result.of("place").with(Vars.PLACE, Places.name(context, place.get()));
    }
    Optional<String> booked = context.text(Vars.KIND);
    List<String> next =
        Stream.of(context.text(Vars.NEXT_KIND).orElse("").split(",", -1))
            .filter(kind -> !kind.isEmpty() && booked.filter(kind::equals).isEmpty())
            .toList();
    boolean onFile =
        OnFile.client(context, clients)
            .filter(client -> client.kind() == Client.Kind.CLIENT)
            .isPresent();
    if (next.isEmpty()) {
      return Result.of("none");
    }
    // Offered one after the other; a person answers all of them at once.
    String service =
        next.stream()
            .limit(onFile ? 1 : next.size())
            .map(services::label)
            .collect(Collectors.joining(", "));
    return Result.of(onFile ? "offer" : "person").with(Vars.NEXT_SERVICE, service);
  }
}
