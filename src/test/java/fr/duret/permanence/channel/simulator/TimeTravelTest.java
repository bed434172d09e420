package fr.duret.permanence.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.journal.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The clock moved over due times; the machine's clock moves a second whenever it is read.
class TimeTravelTest {

  private static final Instant START = Instant.parse("2026-11-22T17:30:00Z");

  private final SettableClock clock = new SettableClock(START, () -> 0);
  private final Duties duties = new Duties();
  private long nanos;
  private final TimeTravel time =
      new TimeTravel(
          clock, Map.of("duties", duties), () -> nanos += Duration.ofSeconds(1).toNanos());

  @Test
  void everythingHappensAtItsOwnTime() {
    duties.due(START.plusSeconds(60));
    duties.due(START.plus(Duration.ofDays(2)));
    assertThat(time.advanceTo(START.plus(Duration.ofDays(3)))).isEmpty();
    assertThat(duties.done).containsExactly(START.plusSeconds(60), START.plus(Duration.ofDays(2)));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void itStaysWhereSomethingIsNotDoneInTime() {
    duties.due(START.plusSeconds(60));
    duties.due(START.plusSeconds(120));
    duties.stuck = START.plusSeconds(60);
    assertThat(time.advanceTo(START.plus(Duration.ofDays(3)))).containsExactly("duties");
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    duties.stuck = Instant.MAX;
    assertThat(time.advanceTo(START.plus(Duration.ofDays(3)))).isEmpty();
    assertThat(duties.done).containsExactly(START.plusSeconds(60), START.plusSeconds(120));
  }

  /// Each due time takes some seconds of this machine's clock.
  @Test
  void alongALongWayItRestsWhenPatienceEnds() {
    for (int day = 1; day <= 100; day++) {
      duties.due(START.plus(Duration.ofDays(day)));
    }
    Instant end = START.plus(Duration.ofDays(101));

    assertThat(time.advanceTo(end, Duration.ofSeconds(30))).containsExactly("clock");
    assertThat(clock.instant()).isAfter(START).isBefore(end);
    assertThat(duties.done).isNotEmpty().last().isEqualTo(clock.instant());

    assertThat(time.advanceTo(end)).isEmpty();
    assertThat(duties.done).hasSize(100);
  }

  @Test
  void itDoesNotGoBack() {
    assertThatThrownBy(() -> time.advanceTo(START.minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not go back");
  }

  /// Duties that are done as soon as they are due, unless one is stuck.
  private final class Duties implements Work {

    private final TreeSet<Instant> planned = new TreeSet<>();
    private final List<Instant> done = new ArrayList<>();
    private Instant stuck = Instant.MAX;

    void due(Instant at) {
      planned.add(at);
    }

    @Override
    public void start() {}

    @Override
    public void wake() {
      Instant now = clock.instant();
      while (!planned.isEmpty() && !planned.first().isAfter(now) && stuck.isAfter(now)) {
        done.add(planned.removeFirst());
      }
    }

    @Override
    public boolean idle() {
      wake();
      return planned.isEmpty() || planned.first().isAfter(clock.instant());
    }

    @Override
    public Optional<Instant> nextDue() {
      return planned.stream().findFirst();
    }

    @Override
    public void close() {}
  }
}
