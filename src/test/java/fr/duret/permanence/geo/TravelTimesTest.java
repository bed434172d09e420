package fr.duret.permanence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TravelTimesTest {

  private static final Point SEYNOD = new Point(45.8855, 6.0883);
  private static final Point ANNECY = new Point(45.9088, 6.1257);
  private static final Point SAINT_JORIOZ = new Point(45.8307, 6.1579);
  private static final Point TALLOIRES = new Point(45.8410, 6.2137);

  private final TravelTimes times = new DistanceTravelTimes();

  @Test
  void theLakeIsDrivenRound() {
    assertThat(SAINT_JORIOZ.kilometresTo(TALLOIRES)).isLessThan(5);
    assertThat(times.seconds(SAINT_JORIOZ, TALLOIRES)).isGreaterThan(20 * 60);
  }

  @Test
  void aShortDriveIsSlowAndTakesAsLongBack() {
    assertThat(times.seconds(SEYNOD, ANNECY)).isBetween(8 * 60, 15 * 60);
    assertThat(times.seconds(SEYNOD, ANNECY)).isEqualTo(times.seconds(ANNECY, SEYNOD));
    assertThat(times.seconds(SEYNOD, SEYNOD)).isZero();
  }

  @Test
  void theMarginIsTenPercentAndThreeMinutes() {
    int bare = times.seconds(SEYNOD, ANNECY);
    TravelTimes usual = MarginTravelTimes.usual(times);
    assertThat(usual.seconds(SEYNOD, ANNECY)).isEqualTo((int) Math.ceil(bare * 1.1) + 180);
    assertThat(usual.seconds(SEYNOD, SEYNOD)).isZero();
  }

  @Test
  void aTableHoldsEveryPairInRows() {
    int[][] table = times.table(List.of(SEYNOD, TALLOIRES), List.of(SEYNOD, ANNECY));
    assertThat(table)
        .isDeepEqualTo(
            new int[][] {
              {0, times.seconds(SEYNOD, ANNECY)},
              {times.seconds(TALLOIRES, SEYNOD), times.seconds(TALLOIRES, ANNECY)}
            });
  }

  @Test
  void theMarginIsOnEveryPairOfATable() {
    TravelTimes usual = MarginTravelTimes.usual(times);
    assertThat(usual.table(List.of(SEYNOD), List.of(SEYNOD, ANNECY)))
        .isDeepEqualTo(new int[][] {{0, usual.seconds(SEYNOD, ANNECY)}});
  }
}
