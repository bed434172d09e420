package fr.duret.permanence.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The business clock, set by hand.
public final class ManualClock implements InstantSource {

  /// Sunday 22 November 2026, 18:30 in Annecy.
  public static final Instant START = Instant.parse("2026-11-22T17:30:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Lets that time pass.
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /// Sets it.
  public void set(Instant time) {
    now.set(time);
  }
}
