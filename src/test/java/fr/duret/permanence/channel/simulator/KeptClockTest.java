package fr.duret.permanence.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The clock over several starts on one store; real time stands still unless a test moves it.
@ExtendWith(StoreExtension.class)
class KeptClockTest {

  private static final Instant SUNDAY = Instant.parse("2026-11-22T17:30:00Z");

  private long nanos;

  @Test
  void beginsWhereItIsToldOnANewStore(Store store) {
    assertThat(opened(store, SUNDAY).instant()).isEqualTo(SUNDAY);
  }

  @Test
  void goesOnWhereItWasSetThoughNothingWasClosed(Store store) {
    opened(store, SUNDAY).advanceTo(SUNDAY.plus(Duration.ofDays(11)));
    assertThat(opened(store, SUNDAY).instant()).isAfterOrEqualTo(SUNDAY.plus(Duration.ofDays(11)));
  }

  @Test
  void neverGoesBackBehindWhatRanByItself(Store store) {
    KeptClock clock = new KeptClock(store, SUNDAY, () -> nanos);
    nanos += Duration.ofHours(1).toNanos();
    clock.note();
    nanos += KeptClock.INTERVAL.minusMillis(1).toNanos();
    Instant crashed = clock.clock().instant();
    assertThat(opened(store, SUNDAY).instant()).isAfter(crashed);
  }

  @Test
  void aLaterStartIsTaken(Store store) {
    opened(store, SUNDAY).advanceTo(SUNDAY.plusSeconds(60));
    Instant later = SUNDAY.plus(Duration.ofDays(1));
    assertThat(opened(store, later).instant()).isEqualTo(later);
  }

  private SettableClock opened(Store store, Instant start) {
    return new KeptClock(store, start, () -> nanos).clock();
  }
}
