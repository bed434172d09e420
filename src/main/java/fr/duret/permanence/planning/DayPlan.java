package fr.duret.permanence.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One day: every technician's round and what is held.
///
/// @param date which day
/// @param rounds one for every technician of that day, in a stable order
/// @param holds offers not yet answered; leave out those of the person who is being served
public record DayPlan(LocalDate date, List<PlannedRound> rounds, List<Hold> holds) {

  /// Keeps copies.
  public DayPlan {
    rounds = List.copyOf(rounds);
    holds = List.copyOf(holds);
  }

  /// All stops of all rounds.
  public List<Stop> stops() {
    return rounds.stream().flatMap(round -> round.stops().stream()).toList();
  }

  /// The stop with that id.
  public Optional<Stop> stop(String id) {
    return stops().stream().filter(stop -> stop.id().equals(id)).findFirst();
  }

  /// The technician who has that stop.
  public Optional<String> technicianOf(String stop) {
    return rounds.stream()
        .filter(round -> round.stops().stream().anyMatch(s -> s.id().equals(stop)))
        .map(round -> round.crew().technician())
        .findFirst();
  }

  /// The same day without that stop; the same if it is not there. Every other promise stays kept.
  public DayPlan without(String stop) {
    return new DayPlan(
        date,
        rounds.stream()
            .map(round ->
                new PlannedRound(
                    round.crew(),
                    round.stops().stream().filter(s -> !s.id().equals(stop)).toList()))
            .toList(),
        holds);
  }

  /// The same day with these holds in place of its own.
  public DayPlan holding(List<Hold> others) {
    return new DayPlan(date, rounds, others);
  }

  /// The same day with one round changed.
  DayPlan with(int round, PlannedRound changed) {
    var copy = new ArrayList<>(rounds);
    copy.set(round, changed);
    return new DayPlan(date, copy, holds);
  }
}
