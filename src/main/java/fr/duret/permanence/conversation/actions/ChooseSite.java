package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.FarTowns;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Understood;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the place of the work: the client's only site, the one that he named, or those to choose
/// from.
///
/// - `one`: this one
/// - `several`: few enough to be listed
/// - `many`: he must name it
/// - `none`: no place is on file
/// - `elsewhere`: his only one, but he has named a commune where he has none (« pour ma mère, à
///   Thônes »)
/// - `unlisted`: the same of somebody who has several
record ChooseSite(Clients clients, FarTowns far) implements Action {

  /// More than these are not listed in a text message.
  private static final int MOST_LISTED = 4;

  @Override
  public String name() {
    return "choose-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "many", "none", "elsewhere", "unlisted");
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
    Optional<String> unknown = unknown(sites, context);
    List<Site> meant = unknown.isPresent() ? sites : meant(sites, context);
    if (unknown.isPresent()) {
      String asked = sites.size() < MOST_LISTED ? "unlisted" : "many";
      Result told = sites.size() == 1 ? elsewhere(sites.getFirst()) : listed(asked, sites);
      return told.with(Vars.COMMUNE, unknown.get());
    }
    if (meant.size() == 1) {
      Result one = Result.of("one").with(Vars.SITE, meant.getFirst().id());
      return sites.size() == 1 ? one : one.with(Vars.PLACES, lines(sites));
    }
    return listed(meant.size() <= MOST_LISTED ? "several" : "many", meant)
        .with(Vars.PLACES, lines(sites));
  }

  private static Result elsewhere(Site site) {
    return Result.of("elsewhere").with(Vars.SITE, site.id()).with(Vars.SITES, List.of(line(site)));
  }

  private static Result listed(String outcome, List<Site> sites) {
    return Result.of(outcome)
        .with(Vars.PLACES, lines(sites))
        .with(Vars.SITES, lines(sites))
        .with(Vars.COUNT, sites.size());
  }

  /// The place named last, if it is none of his; asked about once.
  private Optional<String> unknown(List<Site> sites, ActionContext context) {
    return context.said().reversed().stream()
        .map(context::read)
        .map(this::places)
        .filter(named -> !named.isEmpty())
        .findFirst()
        .filter(named -> sites.stream().map(Site::commune).noneMatch(named::contains))
        .map(List::getFirst)
        .filter(place -> sites.stream().noneMatch(site -> Words.contains(site.street(), place)))
        .filter(place -> !context.text(Vars.COMMUNE).equals(Optional.of(place)));
  }

  /// A name that is a commune's as well (« M. Thônes ») tells no place.
  private List<String> places(Heard heard) {
    Understood meaning = heard.meaning();
    return Stream.concat(
            meaning.communes().stream()
                .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
                .filter(found -> !StreetNames.names(heard.text(), found))
                .map(Finding::value),
            far.named(heard.text()).stream())
        .filter(commune -> !isName(meaning, commune))
        .toList();
  }

  private static boolean isName(Understood meaning, String commune) {
    return meaning
        .name()
        .flatMap(found -> found.value().last())
        .filter(last -> Words.contains(last, commune))
        .isPresent();
  }

  /// Once he has chosen among several, only another one that he names is another.
  private static List<Site> meant(List<Site> sites, ActionContext context) {
    List<Site> named = meant(sites, context.said());
    boolean asked = context.variables().containsKey(Vars.SITES);
    Optional<Site> chosen =
        context
            .text(Vars.SITE)
            .filter(_ -> asked && named.size() != 1)
            .flatMap(id -> sites.stream().filter(site -> site.id().equals(id)).findFirst());
    return chosen.map(List::of).orElse(named);
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

  static List<Map<String, Object>> lines(List<Site> sites) {
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
