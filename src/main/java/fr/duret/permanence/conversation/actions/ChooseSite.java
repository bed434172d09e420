package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Understood;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the place of the work: the client's only site, the one that he named, or those to choose
/// from.
///
/// - `one`: this one
/// - `several`: few enough to be listed
/// - `many`: he must name it
/// - `none`: no place is on file
/// - `elsewhere`: his only one, but he has named a commune where he has none (« pour ma mère, à
///   Thônes »)
record ChooseSite(Clients clients) implements Action {

  /// More than these are not listed in a text message.
  private static final int MOST_LISTED = 4;

  @Override
  public String name() {
    return "choose-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "many", "none", "elsewhere");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.SITES, Vars.COUNT, Vars.PLACES, Vars.COMMUNE);
  }

  @Override
  public Result run(ActionContext context) {
    List<Site> sites = OnFile.client(context, clients).map(Client::sites).orElse(List.of());
    if (sites.isEmpty()) {
      return Result.of("none");
    }
    List<Site> meant = meant(sites, context.said());
    if (meant.size() == 1) {
      Result one = Result.of("one").with(Vars.SITE, meant.getFirst().id());
      return sites.size() == 1
          ? elsewhere(context, meant.getFirst()).orElse(one)
          : one.with(Vars.PLACES, lines(sites));
    }
    return Result.of(meant.size() <= MOST_LISTED ? "several" : "many")
        .with(Vars.PLACES, lines(sites))
        .with(Vars.SITES, lines(meant))
        .with(Vars.COUNT, meant.size());
  }

  /// A name that is a commune's as well (« M. Thônes ») tells no place.
  private static Optional<Result> elsewhere(ActionContext context, Site site) {
    Understood meaning = context.heard().meaning();
    List<String> named =
        meaning.communes().stream()
            .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
            .map(Finding::value)
            .filter(commune -> !isName(meaning, commune))
            .toList();
    boolean here = named.stream().anyMatch(site.commune()::equals);
    return here
        ? Optional.empty()
        : named.stream()
            .findFirst()
            .map(commune ->
                Result.of("elsewhere")
                    .with(Vars.SITE, site.id())
                    .with(Vars.COMMUNE, commune)
                    .with(Vars.SITES, List.of(line(site))));
  }

  private static boolean isName(Understood meaning, String commune) {
    return meaning
        .name()
        .flatMap(found -> found.value().last())
        .filter(last -> Words.contains(last, commune))
        .isPresent();
  }

  /// Those that the newest text naming any names; « Seynod », then « rue Centrale », are two steps.
  private static List<Site> meant(List<Site> sites, List<String> said) {
    List<Site> left = sites;
    for (String text : said.reversed()) {
      List<Site> named = Naming.named(text, left, Naming::names);
      left = named.isEmpty() ? left : named;
    }
    return left;
  }

  private static List<Map<String, Object>> lines(List<Site> sites) {
    return sites.stream().map(ChooseSite::line).toList();
  }

  /// Only label and commune are shown: an address is told to nobody who is merely known by his
  /// number. That he may say it himself is another matter.
  private static Map<String, Object> line(Site site) {
    return Map.of("text", text(site), "id", site.id(), "names", Naming.names(site));
  }

  static String text(Site site) {
    return site.label().isEmpty() ? site.commune() : site.label() + ", " + site.commune();
  }
}
