package fr.duret.permanence.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One day as Timefold solves it: all tours, all visits, and how good it is. Public only because
/// Timefold asks for it.
@PlanningSolution
public class Day {

  private List<Tour> tours = new ArrayList<>();
  private List<Visit> visits = new ArrayList<>();
  private @Nullable HardSoftScore score;

  /// For Timefold only.
  public Day() {}

  Day(List<Tour> tours) {
    this.tours = tours;
    tours.forEach(tour -> visits.addAll(tour.getVisits()));
  }

  /// A day as planned; technicians who do not work are left out.
  static Day of(DayPlan plan, TravelMatrix travel) {
    return new Day(
        plan.rounds().stream()
            .filter(round -> !round.crew().halfDays().isEmpty())
            .map(round -> tour(round, travel))
            .toList());
  }

  private static Tour tour(PlannedRound round, TravelMatrix travel) {
    Crew crew = round.crew();
    return new Tour(
        crew,
        travel,
        new Merge(round, travel).entries().stream().map(entry -> Visit.of(entry, crew)).toList());
  }

  /// The plan with its rounds as they are now.
  DayPlan applyTo(DayPlan plan) {
    Map<String, Tour> byTechnician = new HashMap<>();
    tours.forEach(tour -> byTechnician.put(tour.getId(), tour));
    return new DayPlan(
        plan.date(),
        plan.rounds().stream()
            .map(round -> {
              Tour tour = byTechnician.get(round.crew().technician());
              return tour == null ? round : new PlannedRound(round.crew(), tour.stops());
            })
            .toList(),
        plan.holds());
  }

  /// What Timefold changes.
  @PlanningEntityCollectionProperty
  public List<Tour> getTours() {
    return tours;
  }

  /// For Timefold only.
  public void setTours(List<Tour> tours) {
    this.tours = tours;
  }

  /// What Timefold distributes.
  @ProblemFactCollectionProperty
  @ValueRangeProvider
  public List<Visit> getVisits() {
    return visits;
  }

  /// For Timefold only.
  public void setVisits(List<Visit> visits) {
    this.visits = visits;
  }

  /// How good it is; null before the first calculation.
  @PlanningScore
  public @Nullable HardSoftScore getScore() {
    return score;
  }

  /// For Timefold only.
  public void setScore(@Nullable HardSoftScore score) {
    this.score = score;
  }
}
