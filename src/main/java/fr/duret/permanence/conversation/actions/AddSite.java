package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Company;
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
/// - `no-such-place`: he has told no commune that we know, or perhaps only a word like one
/// - `far`: we do not go there; nothing is put on file
record AddSite(Clients clients, Communes communes, Company company) implements Action {

  /// A longer text says more than the commune, so that a word of it may only resemble one (« nouvel
  /// appartement » is not Novel).
  private static final int FEW_WORDS = 4;

  @Override
  public String name() {
    return "add-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("added", "no-such-place", "far");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.PLACES);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<Client> client = OnFile.client(context, clients);
    Optional<Commune> commune = context.text(Vars.COMMUNE).flatMap(communes::named);
    if (client.isEmpty() || commune.filter(place -> isTold(place, context)).isEmpty()) {
      return Result.of("no-such-place");
    }
    if (commune.get().centre().kilometresTo(company.agency().point()) > company.servedKm()) {
      return Result.of("far");
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

  private static boolean isTold(Commune commune, ActionContext context) {
    boolean few = Words.plain(context.heard().text()).strip().split(" ").length <= FEW_WORDS;
    String first = commune.name().split("-", -1)[0];
    return few || context.said().stream().anyMatch(text -> Words.contains(text, first));
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
