package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The document of a working day: who goes where in which order, and what is held. Values; a
/// changed copy is written by compare-and-set on the version.
///
/// @param version of the document that was read; zero if there is none yet
/// @param changed whether it waits to be re-optimised
/// @param rough whether it was re-optimised only quickly since its last change
/// @param rounds visits in the order of driving, by technician
record Day(
    LocalDate date,
    long version,
    boolean changed,
    boolean rough,
    Map<String, List<Entry>> rounds,
    List<Held> holds) {

  Day {
    holds = List.copyOf(holds);
  }

  static Day empty(LocalDate date) {
    return new Day(date, 0, false, false, Map.of(), List.of());
  }

  List<Entry> entries() {
    return rounds.values().stream().flatMap(List::stream).toList();
  }

  Optional<Entry> entry(String visit) {
    return entries().stream().filter(entry -> entry.visit().equals(visit)).findFirst();
  }

  Optional<String> technicianOf(String visit) {
    return rounds.entrySet().stream()
        .filter(round -> round.getValue().stream().anyMatch(entry -> entry.visit().equals(visit)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<Held> held(String hold) {
    return holds.stream().filter(held -> held.hold().equals(hold)).findFirst();
  }

  Day without(String visit) {
    return withEntries(
        round -> round.stream().filter(entry -> !entry.visit().equals(visit)).toList());
  }

  Day pinning(String visit) {
    return withEntry(visit, Entry::pin);
  }

  Day locating(String visit, Site site) {
    return withEntry(visit, entry -> entry.at(site));
  }

  private Day withEntry(String visit, UnaryOperator<Entry> change) {
    return withEntries(round ->
        round.stream()
            .map(entry -> entry.visit().equals(visit) ? change.apply(entry) : entry)
            .toList());
  }

  private Day withEntries(UnaryOperator<List<Entry>> change) {
    Map<String, List<Entry>> copy = new LinkedHashMap<>();
    rounds.forEach((technician, round) -> copy.put(technician, change.apply(round)));
    return with(copy);
  }

  Day with(Map<String, List<Entry>> others) {
    return new Day(date, version, changed, rough, others, holds);
  }

  Day with(Held held) {
    List<Held> more = new ArrayList<>(holds);
    more.add(held);
    return new Day(date, version, changed, rough, rounds, more);
  }

  Day keeping(Predicate<Held> wanted) {
    return new Day(date, version, changed, rough, rounds, holds.stream().filter(wanted).toList());
  }

  /// The same, to be re-optimised.
  Day marked() {
    return new Day(date, version, true, rough, rounds, holds);
  }

  /// The same, as it is after having been re-optimised.
  ///
  /// @param isRough whether that was done quickly, so that the night may find more
  Day improved(boolean isRough) {
    return new Day(date, version, false, isRough, rounds, holds);
  }

  Day next() {
    return new Day(date, version + 1, changed, rough, rounds, holds);
  }

  /// Half-days held at that moment by people who are not recognised.
  int heldByStrangers(Instant now) {
    return holds.stream()
        .filter(held -> !held.recognised() && held.isLiveAt(now))
        .mapToInt(this::halfDays)
        .sum();
  }

  /// The half-days of this day that a hold takes from others: once each, however many windows of it
  /// were offered, and not the one that the visit to be moved has anyway.
  int halfDays(Held held) {
    Optional<HalfDay> own = held.moving().flatMap(this::entry).map(Entry::window).map(HalfDay::of);
    return (int)
        held.windows().stream()
            .map(HalfDay::of)
            .distinct()
            .filter(half -> !own.equals(Optional.of(half)))
            .count();
  }

  Slot slot(Hours window) {
    return new Slot(date, window.from(), window.to());
  }
}
