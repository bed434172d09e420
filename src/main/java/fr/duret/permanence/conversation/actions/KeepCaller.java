package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Identity;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.PersonName;
import fr.duret.permanence.understanding.Understood;
import java.util.Optional;
import java.util.Set;

/// Puts somebody unknown on file with the name and the commune that his message gives, so that
/// whoever answers him has them; without a family name nothing is kept.
record KeepCaller(Clients clients, Communes communes) implements Action {

  @Override
  public String name() {
    return "keep-caller";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("kept");
  }

  @Override
  public Result run(ActionContext context) {
    Understood meaning = context.heard().meaning();
    Optional<PersonName> name =
        meaning
            .name()
            .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
            .map(Finding::value)
            .filter(given -> given.last().isPresent());
    boolean isNew =
        context.person().isEmpty()
            && clients.identify(context.address()) instanceof Identity.Unknown;
    if (!isNew || name.isEmpty()) {
      return Result.of("kept");
    }
    Client prospect = clients.prospect(context.nextCause(), context.address());
    Client person = clients.complete(prospect.id(), details(name.get(), meaning));
    context.forget();
    return Result.of("kept").recognised(person.id(), Level.NUMBER);
  }

  private Details details(PersonName name, Understood meaning) {
    Details details =
        new Details(
            name.civility().flatMap(given -> Register.civility(given.name())),
            name.first(),
            name.last(),
            Optional.empty());
    return meaning.communes().stream()
        .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
        .map(Finding::value)
        .findFirst()
        .flatMap(communes::named)
        .map(commune -> details.at(site(commune)))
        .orElse(details);
  }

  static Site site(Commune place) {
    return Site.ofCommune(
        place.postcodes().size() == 1 ? place.postcodes().getFirst() : "",
        place.name(),
        place.centre());
  }
}
