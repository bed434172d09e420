package fr.duret.permanence.planning;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/// What a good day is. Hard: what was promised and what cannot be; soft: driving. Public only
/// because Timefold asks for it.
public class Rules implements ConstraintProvider {

  /// Wrong by kind, not by seconds: heavier than any lateness of a day.
  private static final HardSoftScore IMPOSSIBLE = HardSoftScore.ofHard(100_000);

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      promisedWindowKept(factory),
      workEndsWithTheHalfDay(factory),
      technicianIsAble(factory),
      namedTechnicianComes(factory),
      backInTime(factory),
      littleDriving(factory)
    };
  }

  /// The client waits at home for those two hours and no longer.
  Constraint promisedWindowKept(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.late() > 0)
        .penalize(HardSoftScore.ONE_HARD, Tour::late)
        .asConstraint("Promised window kept");
  }

  /// Technicians work 8 h to 12 h and 14 h to 18 h; a visit does not eat their lunch.
  Constraint workEndsWithTheHalfDay(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.overtime() > 0)
        .penalize(HardSoftScore.ONE_HARD, Tour::overtime)
        .asConstraint("Work ends with the half-day");
  }

  /// Not everybody may work on everything.
  Constraint technicianIsAble(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.unskilled() > 0)
        .penalize(IMPOSSIBLE, Tour::unskilled)
        .asConstraint("Technician is able");
  }

  /// After the reminder the client expects the one whom it named; and nobody else can sit in a
  /// technician's meeting.
  Constraint namedTechnicianComes(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.misplaced() > 0)
        .penalize(IMPOSSIBLE, Tour::misplaced)
        .asConstraint("Named technician comes");
  }

  /// The day of a technician has an end.
  Constraint backInTime(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.lateHome() > 0)
        .penalize(HardSoftScore.ONE_HARD, Tour::lateHome)
        .asConstraint("Back in time");
  }

  /// What is left to gain once everything is kept.
  Constraint littleDriving(ConstraintFactory factory) {
    return factory
        .forEach(Tour.class)
        .filter(tour -> tour.driving() > 0)
        .penalize(HardSoftScore.ONE_SOFT, Tour::driving)
        .asConstraint("Little driving");
  }
}
