package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Motive;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the visit that the client speaks of, among those ahead of him; with `all: "yes"` also when
/// one of them has been chosen before.
///
/// - `one`: the only one, or the one whose service or day he named
/// - `several`: he must say which
/// - `unplanned`: he names one of his places, where none is planned
/// - `none`: no visit is planned
/// - `due`: none is planned, and his contract entitles him to one
record FindVisit(Booking booking, Clients clients, Visits visits, ZoneId zone) implements Action {

  private static final String ALL = "all";

  /// Templates show the first ones; those that follow may still be named.
  private static final int MOST_LISTED = 20;

  @Override
  public String name() {
    return "find-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "none", "due", "unplanned");
  }

  @Override
  public Set<String> sets() {
    Set<String> sets = new HashSet<>(Visits.SET);
    sets.add(Vars.VISITS);
    sets.add(Vars.OLD);
    sets.add(Vars.MORE);
    sets.add(Vars.SITE);
    sets.add(Vars.PLACE);
    sets.add(Vars.PLACES);
    sets.add(Vars.COUNT);
    return Set.copyOf(sets);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(ALL);
  }

  @Override
  public Result run(ActionContext context) {
    Result found = found(context);
    List<Site> places = places(context);
    return places.size() < 2 ? found : found.with(Vars.PLACES, ChooseSite.lines(places));
  }

  private Result found(ActionContext context) {
    Optional<String> person =
        context.level().allows(Level.NUMBER) ? context.person() : Optional.empty();
    List<Visit> ahead = person.map(id -> OnFile.upcoming(id, context, booking)).orElse(List.of());
    if (ahead.isEmpty()) {
      return isDue(context, person)
          ? Result.of("due").with(Vars.KIND, Services.kindOf(Motive.MAINTENANCE))
          : Result.of("none");
    }
    List<Site> places = places(context);
    List<Site> named = Naming.named(context.heard().text(), places, Naming::names);
    List<Visit> there = at(named, ahead);
    if (!named.isEmpty() && there.isEmpty()) {
      return Result.of("unplanned")
          .with(Vars.SITE, named.getFirst().id())
          .with(Vars.PLACE, named.getFirst().called());
    }
    List<Visit> meant = meant(named.isEmpty() ? ahead : there, context);
    if (meant.size() == 1) {
      Visit visit = meant.getFirst();
      return visits.into(Result.of("one"), visit).with(Vars.OLD, visit.slot().key());
    }
    boolean placed = places.size() > 1;
    return Result.of("several")
        .with(Vars.MORE, meant.size() > Visits.LISTED)
        .with(Vars.COUNT, meant.size())
        .with(
            Vars.VISITS,
            meant.stream().limit(MOST_LISTED).map(visit -> visits.line(visit, placed)).toList());
  }

  private boolean isDue(ActionContext context, Optional<String> person) {
    LocalDate today = LocalDate.ofInstant(context.now(), zone);
    Optional<Client> client = person.flatMap(clients::client);
    return client.flatMap(one -> one.levelOn(today)).isPresent();
  }

  private List<Site> places(ActionContext context) {
    return OnFile.client(context, clients).map(Client::sites).orElse(List.of());
  }

  private static List<Visit> at(List<Site> places, List<Visit> ahead) {
    Set<String> ids = places.stream().map(Site::id).collect(Collectors.toSet());
    return ahead.stream().filter(visit -> ids.contains(visit.site().id())).toList();
  }

  /// Those that the turn names by service or place; of these, or if it names none, the one chosen
  /// before.
  private List<Visit> meant(List<Visit> ahead, ActionContext context) {
    List<Visit> named = Naming.named(context.heard().text(), ahead, this::names);
    List<Visit> among = named.isEmpty() ? ahead : named;
    Optional<String> chosen =
        context.text(Vars.VISIT).filter(_ -> !context.parameters().containsKey(ALL));
    return among.stream()
        .filter(visit -> chosen.filter(visit.id()::equals).isPresent())
        .findFirst()
        .map(List::of)
        .orElse(among);
  }

  private List<String> names(Visit visit) {
    return Stream.concat(
            Stream.of(visits.services().label(visit.service())),
            Naming.names(visit.site()).stream())
        .toList();
  }
}
