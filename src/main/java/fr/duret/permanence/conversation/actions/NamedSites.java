package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Motive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a visit is wanted at several of his places in one breath (« entretien à la maison et au
/// chalet »), each with what it is for if that is told (« une panne au chalet et l'entretien de la
/// maison »): `with: {both: "les deux maisons"}` are words that mean both of two, `all: "tous les
/// sites"` those that mean all, `between: "et"` stands between one place and the next. The first is
/// spoken of now, a breakdown before what can wait; the others once that is settled.
///
/// - `several`
/// - `one`: he names one or none, or they have been spoken of before
record NamedSites(Clients clients) implements Action {

  private static final String ALL = "all";
  private static final String BOTH = "both";

  /// Nobody wants a visit at each of very many places because he says « tous ».
  private static final int MOST = 4;

  @Override
  public String name() {
    return "named-sites";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("several", "one");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(ALL, BOTH, NoteNeeds.BETWEEN);
  }

  @Override
  public Set<String> sets() {
    return Set.of(
        Vars.SITE,
        Vars.NEXT_SITES,
        Vars.PLACE,
        Vars.PLACES,
        Vars.KIND,
        Vars.NEXT_KIND,
        Vars.SITE_KINDS);
  }

  @Override
  public Result run(ActionContext context) {
    List<Site> sites = OnFile.client(context, clients).map(Client::sites).orElse(List.of());
    boolean before =
        context.text(Vars.NEXT_SITES).isPresent() || context.text(Vars.SITE).isPresent();
    if (sites.size() < 2 || before) {
      return Result.of("one");
    }
    return context.said().reversed().stream()
        .map(text -> wanted(text, sites, context))
        .filter(wanted -> wanted.size() > 1)
        .findFirst()
        .map(wanted -> several(wanted, sites))
        .orElse(Result.of("one"));
  }

  /// The places named, each with the kind of service told with it; empty if none was.
  private static Map<Site, String> wanted(String text, List<Site> sites, ActionContext context) {
    Map<Site, String> wanted = new LinkedHashMap<>();
    Naming.all(text, sites, Naming::names).forEach(site -> wanted.put(site, ""));
    if (wanted.size() < 2) {
      if (meansAll(text, sites.size(), context.parameters())) {
        sites.forEach(site -> wanted.put(site, ""));
      }
      return wanted;
    }
    NoteNeeds.parts(text, context.parameters())
        .forEach(part -> {
          List<Site> named = Naming.all(part, List.copyOf(wanted.keySet()), Naming::names);
          Optional<String> kind = kind(part, context);
          if (named.size() == 1 && kind.isPresent()) {
            wanted.put(named.getFirst(), kind.get());
          }
        });
    return wanted;
  }

  private static boolean meansAll(String text, int places, Map<String, String> parameters) {
    boolean both = places == 2 && Says.says(text, parameters.getOrDefault(BOTH, ""));
    return both || (places <= MOST && Says.says(text, parameters.getOrDefault(ALL, "")));
  }

  private static Optional<String> kind(String part, ActionContext context) {
    return context.read(part).meaning().motives().stream()
        .filter(found -> found.confidence() == Confidence.SURE)
        .findFirst()
        .map(found -> Services.kindOf(found.value()));
  }

  private static Result several(Map<Site, String> wanted, List<Site> sites) {
    String repair = Services.kindOf(Motive.REPAIR);
    List<Site> order = new ArrayList<>(wanted.keySet());
    order.sort(Comparator.comparing(site -> !repair.equals(wanted.get(site))));
    Site first = order.getFirst();
    Result several =
        Result.of("several")
            .with(Vars.SITE, first.id())
            .with(Vars.PLACE, ChooseSite.text(first))
            .with(Vars.PLACES, ChooseSite.lines(sites))
            .with(
                Vars.NEXT_SITES,
                order.stream().skip(1).map(Site::id).collect(Collectors.joining(",")));
    String kind = wanted.getOrDefault(first, "");
    return kind.isEmpty()
        ? several
        : several
            .with(Vars.KIND, kind)
            .with(Vars.NEXT_KIND, "")
            .with(
                Vars.SITE_KINDS,
                order.stream()
                    .map(site -> site.id() + "=" + wanted.get(site))
                    .collect(Collectors.joining(",")));
  }
}
