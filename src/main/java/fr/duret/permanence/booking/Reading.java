package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads visits as they are: who comes and whether at all is told by the day, which is the truth;
/// the visit's own document may lag behind it.
final class Reading {

  private final MongoVisits visits;
  private final MongoDays days;
  private final Now now;

  /// What time it is where the company is.
  @FunctionalInterface
  interface Now {
    LocalDateTime local();
  }

  Reading(MongoVisits visits, MongoDays days, Now now) {
    this.visits = visits;
    this.days = days;
    this.now = now;
  }

  Optional<Visit> visit(String id) {
    return visits.find(id).flatMap(stored -> current(List.of(stored)).stream().findFirst());
  }

  List<Visit> upcoming(String person) {
    LocalDateTime local = now.local();
    return current(visits.from(person, local.toLocalDate())).stream()
        .filter(visit -> visit.state() == Visit.State.PLANNED)
        .filter(visit -> visit.slot().day().atTime(visit.slot().to()).isAfter(local))
        .sorted(Comparator.comparing(Visit::slot))
        .toList();
  }

  List<Visit> last(String person, int limit) {
    return current(visits.last(person, limit));
  }

  List<Visit> between(LocalDate from, LocalDate to, String after, int limit) {
    return current(visits.between(from, to, after, limit));
  }

  private List<Visit> current(List<StoredVisit> stored) {
    List<LocalDate> dates =
        stored.stream()
            .map(StoredVisit::visit)
            .filter(visit -> visit.state() == Visit.State.PLANNED)
            .map(visit -> visit.slot().day())
            .distinct()
            .toList();
    Map<LocalDate, Day> loaded = dates.isEmpty() ? Map.of() : days.load(dates);
    return stored.stream().map(one -> current(one, loaded)).toList();
  }

  private Visit current(StoredVisit stored, Map<LocalDate, Day> loaded) {
    Visit visit = stored.visit();
    if (visit.state() == Visit.State.CANCELLED) {
      return visit;
    }
    Optional<Day> day = Optional.ofNullable(loaded.get(visit.slot().day()));
    if (day.isEmpty() && visit.slot().day().isBefore(now.local().toLocalDate())) {
      // Forgotten long ago: the visit was settled before its day went.
      return visit;
    }
    return day.flatMap(found -> found.entry(visit.id()))
        .map(entry ->
            stored.with(day.orElseThrow().technicianOf(visit.id()).orElseThrow(), entry.pinned()))
        .orElseGet(() -> gone(stored));
  }

  /// The day no longer has the visit: it was moved between the two reads, or its cancellation
  /// stopped half-way and will be completed by its replay.
  private Visit gone(StoredVisit stored) {
    StoredVisit again = visits.find(stored.visit().id()).orElse(stored);
    return again.visit().version() == stored.visit().version()
        ? stored.cancelled("").visit()
        : current(List.of(again)).getFirst();
  }
}
