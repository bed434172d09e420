package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
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
import java.util.stream.Stream;

/// Finds the visit that the client speaks of, among those ahead of him.
///
/// - `one`: the only one, or the one whose service or day he named
/// - `several`: he must say which
/// - `none`: no visit is planned
/// - `due`: none is planned, and his contract entitles him to one
record FindVisit(Booking booking, Clients clients, Visits visits, ZoneId zone) implements Action {

  /// Templates show the first ones; those that follow may still be named.
  private static final int MOST_LISTED = 20;

  @Override
  public String name() {
    return "find-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "none", "due");
  }

  @Override
  public Set<String> sets() {
    Set<String> sets = new HashSet<>(Visits.SET);
    sets.add(Vars.VISITS);
    sets.add(Vars.OLD);
    return Set.copyOf(sets);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> person =
        context.level().allows(Level.NUMBER) ? context.person() : Optional.empty();
    List<Visit> ahead = person.map(id -> OnFile.upcoming(id, context, booking)).orElse(List.of());
    if (ahead.isEmpty()) {
      return isDue(context, person)
          ? Result.of("due").with(Vars.KIND, Services.kindOf(Motive.MAINTENANCE))
          : Result.of("none");
    }
    List<Visit> meant = meant(ahead, context);
    if (meant.size() == 1) {
      Visit visit = meant.getFirst();
      return visits.into(Result.of("one"), visit).with(Vars.OLD, visit.slot().key());
    }
    boolean placed = meant.stream().map(visit -> visit.site().id()).distinct().count() > 1;
    return Result.of("several")
        .with(
            Vars.VISITS,
            meant.stream().limit(MOST_LISTED).map(visit -> visits.line(visit, placed)).toList());
  }

  private boolean isDue(ActionContext context, Optional<String> person) {
    LocalDate today = LocalDate.ofInstant(context.now(), zone);
    Optional<Client> client = person.flatMap(clients::client);
    return client.flatMap(one -> one.levelOn(today)).isPresent();
  }

  /// Those that the turn names by service or place; of these, or if it names none, the one chosen
  /// before.
  private List<Visit> meant(List<Visit> ahead, ActionContext context) {
    List<Visit> named = Naming.named(context.heard().text(), ahead, this::names);
    List<Visit> among = named.isEmpty() ? ahead : named;
    Optional<String> chosen = context.text(Vars.VISIT);
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
