package fr.duret.permanence.planning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Re-orders one day so that less is driven, inside the promised windows, with Timefold.
///
/// Nothing of Timefold is loaded before the first call, which takes about a second more than the
/// others: call it outside every turn. Safe for many threads; each call uses the caller's thread.
public final class Optimiser {

  private @Nullable Solving solving;

  /// How long to search, in steps: the same input and effort give the same plan on any machine.
  public enum Effort {
    /// About 200 ms: after a change, by day.
    QUICK(5_000),
    /// About a second: at night.
    THOROUGH(30_000);

    private final int moves;

    Effort(int moves) {
      this.moves = moves;
    }

    /// Moves tried.
    int moves() {
      return moves;
    }
  }

  /// A better day: the same stops, windows and pins, less driving, every promise and hold still
  /// kept as [PromiseCheck] judges; empty if none was found.
  public Optional<DayPlan> improve(DayPlan day, TravelMatrix travel, Effort effort) {
    if (day.stops().size() < 2) {
      return Optional.empty();
    }
    DayPlan found = solving().solve(day, travel, effort);
    return better(found, day, travel) ? Optional.of(found) : Optional.empty();
  }

  private synchronized Solving solving() {
    if (solving == null) {
      solving = new Solving();
    }
    return solving;
  }

  private static boolean better(DayPlan found, DayPlan day, TravelMatrix travel) {
    return Arrivals.driving(found, travel) < Arrivals.driving(day, travel)
        && PromiseCheck.broken(day, found, travel).isEmpty()
        && held(found, travel) >= held(day, travel);
  }

  private static int held(DayPlan day, TravelMatrix travel) {
    return new HoldGuard(day, Board.rounds(day, travel), travel).placed();
  }
}
