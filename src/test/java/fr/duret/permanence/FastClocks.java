package fr.duret.permanence;

import fr.duret.permanence.journal.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Clocks that run as the machine's do, beside those of other processes, and can be moved ahead, so
/// that a test need not wait for a lease, a back-off or a hold. They begin on a Monday morning:
/// what we may send, and when, must not depend on the hour at which the tests run.
final class FastClocks {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private static final Duration LEASE = Duration.ofSeconds(20);

  /// Long enough to notice that another node does not beat any more.
  private static final Duration STEP = Duration.ofSeconds(30);

  private final InstantSource system = InstantSource.system();
  private final AtomicLong ahead = new AtomicLong();
  private final Duration shift = Duration.between(system.instant(), START);

  /// How far the business clock is from the machine's where none was moved: for other processes.
  Duration shift() {
    return shift;
  }

  Clocks clocks() {
    return new Clocks(this::now, () -> System.nanoTime() + ahead.get(), LEASE);
  }

  Instant now() {
    return system.instant().plus(shift).plusNanos(ahead.get());
  }

  /// Moves both clocks of that node ahead, in steps in which it goes on beating.
  void pass(Duration time, Core core) {
    for (long left = time.toNanos(); left > 0; left -= STEP.toNanos()) {
      ahead.addAndGet(Math.min(left, STEP.toNanos()));
      core.base().nodes().tick();
    }
    core.works().values().forEach(Work::wake);
  }
}
