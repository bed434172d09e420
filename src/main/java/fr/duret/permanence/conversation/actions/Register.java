package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Civility;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.message.Level;
import java.util.Optional;
import java.util.Set;

/// Puts somebody unknown on file as a prospect, with the name and the commune he gave.
///
/// - `registered`
/// - `no-such-place`: that commune is not known
/// - `client`: he is a client, whose places are those on file
record Register(Clients clients, Communes communes) implements Action {

  @Override
  public String name() {
    return "register";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("registered", "no-such-place", "client");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<Commune> commune = context.text(Vars.COMMUNE).flatMap(communes::named);
    if (commune.isEmpty()) {
      return Result.of("no-such-place");
    }
    boolean client =
        OnFile.client(context, clients)
            .filter(person -> person.kind() == Client.Kind.CLIENT)
            .isPresent();
    if (client) {
      return Result.of("client");
    }
    String id =
        context
            .person()
            .orElseGet(() -> clients.prospect(context.nextCause(), context.address()).id());
    Commune place = commune.get();
    Site site = KeepCaller.site(place);
    Client person = clients.complete(id, details(context).at(site));
    context.forget();
    return Result.of("registered").with(Vars.SITE, site.id()).recognised(person.id(), Level.NUMBER);
  }

  private static Details details(ActionContext context) {
    return new Details(
        context.text(Vars.CIVILITY).flatMap(Register::civility),
        context.text(Vars.FIRST),
        context.text(Vars.NAME),
        Optional.empty());
  }

  /// A couple is addressed by its name alone.
  static Optional<Civility> civility(String given) {
    return switch (given) {
      case "MR" -> Optional.of(Civility.MONSIEUR);
      case "MRS" -> Optional.of(Civility.MADAME);
      default -> Optional.empty();
    };
  }
}
