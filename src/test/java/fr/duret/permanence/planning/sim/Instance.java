package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Crew;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.planning.Demand.PastCall;
import fr.duret.permanence.planning.Horizon;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.TravelMatrix;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Everything known of a simulated company.
///
/// @param travel driving between all sites and homes
/// @param crews by day, who works
/// @param callers in the order of calling
/// @param history calls of last year
/// @param callsPerDay the usual number
record Instance(
    TravelMatrix travel,
    List<List<Crew>> crews,
    List<Caller> callers,
    List<PastCall> history,
    double callsPerDay) {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  int days() {
    return crews.size();
  }

  /// The days are numbered without weekends: nothing in planning depends on the date.
  LocalDate date(int day) {
    return FIRST.plusDays(day);
  }

  int day(LocalDate date) {
    return (int) (date.toEpochDay() - FIRST.toEpochDay());
  }

  /// All days without any visit.
  List<DayPlan> empty() {
    return IntStream.range(0, days()).mapToObj(this::empty).toList();
  }

  /// One day without any visit.
  DayPlan empty(int day) {
    return new DayPlan(
        date(day),
        crews.get(day).stream().map(crew -> new PlannedRound(crew, List.of())).toList(),
        List.of());
  }

  /// What offers are made from; with or without the history.
  Horizon horizon(List<DayPlan> days, boolean withHistory) {
    return new Horizon(days, travel, new Demand(callsPerDay, withHistory ? history : List.of()));
  }
}
