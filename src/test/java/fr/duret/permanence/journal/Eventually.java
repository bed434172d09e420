package fr.duret.permanence.journal;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what other threads do, as short as possible and never for ever.
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

  private Eventually() {}

  /// Returns as soon as the condition holds; fails after half a minute.
  public static void until(BooleanSupplier condition) {
    until(PATIENCE, condition);
  }

  /// The same with another patience.
  public static void until(Duration patience, BooleanSupplier condition) {
    until(patience, condition, () -> "what was waited for has not happened");
  }

  /// The same, telling what is missing.
  ///
  /// @param missing read only where it has failed
  public static void until(Duration patience, BooleanSupplier condition, Supplier<String> missing) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail(missing.get());
      }
      LockSupport.parkNanos(LOOK);
    }
  }
}
