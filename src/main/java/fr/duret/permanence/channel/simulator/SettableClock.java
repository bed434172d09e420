package fr.duret.permanence.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A business clock that runs at real speed from where it was set, and can be set forward.
public final class SettableClock implements InstantSource {

  private final LongSupplier nanos;
  private volatile Mark mark;

  private record Mark(Instant at, long nanos) {}

  /// A clock that shows the given time now.
  ///
  /// @param nanos the machine's monotonic clock
  public SettableClock(Instant start, LongSupplier nanos) {
    this.nanos = nanos;
    this.mark = new Mark(start, nanos.getAsLong());
  }

  @Override
  public Instant instant() {
    Mark from = mark;
    return from.at().plusNanos(nanos.getAsLong() - from.nanos());
  }

  /// Sets the clock forward; a time that has passed leaves it as it is.
  public synchronized void advanceTo(Instant time) {
    if (Duration.between(instant(), time).isPositive()) {
      mark = new Mark(time, nanos.getAsLong());
    }
  }
}
