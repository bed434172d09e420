package fr.duret.permanence.planning;

import static fr.duret.permanence.planning.Days.EIGHT;
import static fr.duret.permanence.planning.Days.LINE;
import static fr.duret.permanence.planning.Days.TEN;
import static fr.duret.permanence.planning.Days.crew;
import static fr.duret.permanence.planning.Days.day;
import static fr.duret.permanence.planning.Days.round;
import static fr.duret.permanence.planning.Days.stop;
import static fr.duret.permanence.planning.Days.work;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Optimiser.Effort;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {

  private static final Optimiser OPTIMISER = new Optimiser();

  /// Two technicians who cross each other for nothing.
  private static final DayPlan CROSSED =
      day(
          round(crew("G"), stop("far1", 50, 30, EIGHT), stop("near1", 5, 30, TEN)),
          round(crew("L"), stop("near2", 6, 30, EIGHT), stop("far2", 51, 30, TEN)));

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @Test
  void twoTechniciansWhoCrossEachOtherAreUntangled() {
    DayPlan better = OPTIMISER.improve(CROSSED, LINE, Effort.QUICK).orElseThrow();

    assertThat(better.technicianOf("far1")).isEqualTo(better.technicianOf("far2"));
    assertThat(better.technicianOf("near1")).isEqualTo(better.technicianOf("near2"));
  }

  @Test
  void aTechnicianNamedInTheReminderStays() {
    Stop far = stop("far1", 50, 30, EIGHT).pinnedTo("G");
    Stop other = stop("far2", 51, 30, TEN).pinnedTo("L");
    DayPlan named =
        day(
            round(crew("G"), far, stop("near1", 5, 30, TEN)),
            round(crew("L"), stop("near2", 6, 30, EIGHT), other));

    DayPlan after = OPTIMISER.improve(named, LINE, Effort.QUICK).orElse(named);

    assertThat(after.technicianOf("far1")).contains("G");
    assertThat(after.technicianOf("far2")).contains("L");
  }

  @Test
  void theBestDayIsLeftAlone() {
    DayPlan best = OPTIMISER.improve(CROSSED, LINE, Effort.THOROUGH).orElseThrow();

    assertThat(OPTIMISER.improve(best, LINE, Effort.QUICK)).isEmpty();
  }

  @Test
  void sameDaySamePlan() {
    assertThat(OPTIMISER.improve(CROSSED, LINE, Effort.QUICK))
        .isEqualTo(new Optimiser().improve(CROSSED, LINE, Effort.QUICK));
  }

  @Test
  void anEmptyDayNeedsNoSolver() {
    assertThat(OPTIMISER.improve(day(round(crew("G"))), LINE, Effort.QUICK)).isEmpty();
  }

  @Test
  void whatIsHeldStaysPossible() {
    Hold hold = new Hold(work("held", 50, 200), List.of(EIGHT));
    DayPlan held = CROSSED.holding(List.of(hold));

    Optional<DayPlan> after = OPTIMISER.improve(held, LINE, Effort.QUICK);

    after.ifPresent(plan ->
        assertThat(new HoldGuard(plan, Board.rounds(plan, LINE), LINE).placed())
            .isGreaterThanOrEqualTo(new HoldGuard(held, Board.rounds(held, LINE), LINE).placed()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPromiseOfARandomDayIsEverBroken(int seed) {
    DayPlan before = Days.random(new Random(seed), 3, 14);

    DayPlan after = OPTIMISER.improve(before, LINE, Effort.QUICK).orElse(before);

    assertThat(PromiseCheck.broken(before, after, LINE)).isEmpty();
    assertThat(Arrivals.driving(after, LINE)).isLessThanOrEqualTo(Arrivals.driving(before, LINE));
  }
}
