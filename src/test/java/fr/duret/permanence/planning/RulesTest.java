package fr.duret.permanence.planning;

import static fr.duret.permanence.planning.Days.EIGHT;
import static fr.duret.permanence.planning.Days.FOUR;
import static fr.duret.permanence.planning.Days.LINE;
import static fr.duret.permanence.planning.Days.TEN;
import static fr.duret.permanence.planning.Days.crew;
import static fr.duret.permanence.planning.Days.meeting;
import static fr.duret.permanence.planning.Days.round;
import static fr.duret.permanence.planning.Days.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Each rule alone: a provider with that one rule scores a day that breaks it, and one that does
/// not.
class RulesTest {

  private static final Stop DUPONT = stop("dupont", 10, 60, EIGHT);

  public static class WindowAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().promisedWindowKept(factory)};
    }
  }

  public static class HalfDayAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().workEndsWithTheHalfDay(factory)};
    }
  }

  public static class SkillAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().technicianIsAble(factory)};
    }
  }

  public static class NamedAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().namedTechnicianComes(factory)};
    }
  }

  public static class BackAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().backInTime(factory)};
    }
  }

  public static class DrivingAlone implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {new Rules().littleDriving(factory)};
    }
  }

  @Test
  void everySecondAfterThePromisedWindowCounts() {
    assertThat(score(WindowAlone.class, round(crew("G"), DUPONT))).isEqualTo(hard(0));
    assertThat(score(WindowAlone.class, round(crew("G"), DUPONT, stop("b", 75, 60, EIGHT))))
        .isEqualTo(hard(-300));
  }

  @Test
  void aMeetingMissedCountsLikeAPromiseBroken() {
    PlannedRound round = round(crew("G", meeting(9, 10, 0)), stop("b", 20, 40, EIGHT));

    assertThat(score(WindowAlone.class, round)).isEqualTo(hard(0));
    assertThat(
            score(WindowAlone.class, round(crew("G", meeting(9, 12, 0)), stop("b", 30, 40, EIGHT))))
        .isEqualTo(hard(-600));
  }

  @Test
  void everySecondAfterTheHalfDayCounts() {
    assertThat(score(HalfDayAlone.class, round(crew("G"), stop("b", 10, 120, TEN))))
        .isEqualTo(hard(0));
    assertThat(score(HalfDayAlone.class, round(crew("G"), stop("b", 10, 125, TEN))))
        .isEqualTo(hard(-300));
  }

  @Test
  void aMissingSkillCounts() {
    Stop alarm = Stop.of(new Work("alarm", 10, 3600, Days.ALARMS), EIGHT);

    assertThat(score(SkillAlone.class, round(crew("G"), DUPONT))).isEqualTo(hard(0));
    assertThat(score(SkillAlone.class, round(crew("G"), DUPONT, alarm))).isEqualTo(hard(-100_000));
  }

  @Test
  void aTechnicianNamedInTheReminderIsKept() {
    assertThat(score(NamedAlone.class, round(crew("G"), DUPONT.pinnedTo("G")))).isEqualTo(hard(0));
    assertThat(score(NamedAlone.class, round(crew("G"), DUPONT.pinnedTo("L"))))
        .isEqualTo(hard(-100_000));
  }

  @Test
  void everySecondOfComingHomeLateCounts() {
    assertThat(score(BackAlone.class, round(crew("G"), stop("b", 30, 120, FOUR))))
        .isEqualTo(hard(0));
    assertThat(score(BackAlone.class, round(crew("G"), stop("b", 40, 120, FOUR))))
        .isEqualTo(hard(-600));
  }

  @Test
  void everySecondOfDrivingCosts() {
    assertThat(score(DrivingAlone.class, round(crew("G"), DUPONT, stop("b", 30, 60, TEN))))
        .isEqualTo(HardSoftScore.of(0, -3600));
  }

  private static HardSoftScore hard(int score) {
    return HardSoftScore.of(score, 0);
  }

  private static HardSoftScore score(Class<? extends ConstraintProvider> rule, PlannedRound round) {
    SolverConfig config = Solving.config().withConstraintProviderClass(rule);
    SolutionManager<Day, HardSoftScore> manager =
        SolutionManager.create(SolverFactory.create(config));
    DayPlan plan = new DayPlan(Days.TUESDAY, List.of(round), List.of());
    return Objects.requireNonNull(manager.update(Day.of(plan, LINE)));
  }
}
