package fr.duret.permanence.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A business clock that runs at real speed from where it was set, and can be set forward.
public final class SettableClock implements InstantSource {

  private final LongSupplier nanos;
  private final Consumer<Instant> onSet;
  private volatile Mark mark;

  private record Mark(Instant at, long nanos) {}

  /// A clock that shows the given time now.
  ///
  /// @param nanos the machine's monotonic clock
  public SettableClock(Instant start, LongSupplier nanos) {
    this(start, nanos, time -> {});
  }

  /// A clock that tells when it is set.
  ///
  /// @param onSet told the new time before the clock shows it
  SettableClock(Instant start, LongSupplier nanos, Consumer<Instant> onSet) {
    this.nanos = nanos;
    this.onSet = onSet;
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
      onSet.accept(time);
      mark = new Mark(time, nanos.getAsLong());
    }
  }
}
