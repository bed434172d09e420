package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Optional;
import java.util.Set;

/// Whether something else was wanted besides the visit that is booked now.
///
/// - `none`: no
/// - `offer`: yes, and another visit can be offered
/// - `person`: yes, but somebody not on file has one open visit at a time; a person decides
record NextNeed(Clients clients, Services services) implements Action {

  @Override
  public String name() {
    return "next-need";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("none", "offer", "person");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NEXT_SERVICE);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> booked = context.text(Vars.KIND);
    Optional<String> next =
        context
            .text(Vars.NEXT_KIND)
            .map(kinds -> kinds.split(",", -1)[0])
            .filter(kind -> !kind.isEmpty() && booked.filter(kind::equals).isEmpty());
    boolean onFile =
        OnFile.client(context, clients)
            .filter(client -> client.kind() == Client.Kind.CLIENT)
            .isPresent();
    return next.map(kind ->
            Result.of(onFile ? "offer" : "person").with(Vars.NEXT_SERVICE, services.label(kind)))
        .orElseGet(() -> Result.of("none"));
  }
}
