package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts a new place of work of a client on file, in the commune that he told (« dans ma nouvelle
/// maison, à Sevrier »); its street is asked once he has his visit. A place of that commune whose
/// street is still unknown is the same one.
///
/// - `added`
/// - `no-such-place`: he has told no commune that we know
record AddSite(Clients clients, Communes communes) implements Action {

  @Override
  public String name() {
    return "add-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("added", "no-such-place");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.PLACES);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<Client> client = OnFile.client(context, clients);
    Optional<Commune> commune = context.text(Vars.COMMUNE).flatMap(communes::named);
    if (client.isEmpty() || commune.isEmpty()) {
      return Result.of("no-such-place");
    }
    Site site =
        client.get().sites().stream()
            .filter(old -> old.street().isBlank() && old.commune().equals(commune.get().name()))
            .findFirst()
            .orElseGet(() -> fresh(client.get().sites(), commune.get()));
    // The claim: the file is changed before anything else is.
    context.nextCause();
    List<Site> sites = clients.complete(client.get().id(), Details.none().at(site)).sites();
    context.forget();
    Result added = Result.of("added").with(Vars.SITE, site.id());
    return sites.size() < 2 ? added : added.with(Vars.PLACES, ChooseSite.lines(sites));
  }

  private static Site fresh(List<Site> sites, Commune commune) {
    Site bare = KeepCaller.site(commune);
    int number = sites.size() + 1;
    return new Site(
        Integer.toString(number),
        bare.label(),
        bare.street(),
        bare.postcode(),
        bare.commune(),
        bare.point());
  }
}
