package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts the street that was told on file, at the site of the visit, and into the visit itself,
/// which is what whoever drives there reads.
record SaveStreet(Clients clients, Booking booking) implements Action {

  @Override
  public String name() {
    return "save-street";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("saved");
  }

  @Override
  public Result run(ActionContext context) {
    String words = context.parameters().getOrDefault(FindStreet.WORDS, "");
    String text = context.heard().text().strip();
    save(context, FindStreet.told(List.of(text), words).orElse(text));
    return Result.of("saved");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(FindStreet.WORDS);
  }

  void save(ActionContext context, String street) {
    Optional<Site> site =
        context
            .person()
            .flatMap(clients::client)
            .flatMap(client -> context.text(Vars.SITE).flatMap(client::site));
    if (site.isPresent() && !street.isEmpty()) {
      Site old = site.get();
      Site known =
          new Site(old.id(), old.label(), street, old.postcode(), old.commune(), old.point());
      clients.complete(context.person().orElseThrow(), Details.none().at(known));
      context.forget();
      context.text(Vars.VISIT).ifPresent(visit -> booking.locate(visit, known));
    }
  }
}
