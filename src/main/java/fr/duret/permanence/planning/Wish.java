package fr.duret.permanence.planning;

import java.time.LocalDate;
import java.util.function.BiPredicate;

/// How well a window on a day suits the person who asks.
@FunctionalInterface
public interface Wish {

  /// It must not be offered.
  int NEVER = Integer.MAX_VALUE;

  /// How far the window is from what was asked: 0 = exactly asked, then the nearer the smaller
  /// (about one for each day), [#NEVER] = excluded.
  int distance(LocalDate day, Window window);

  /// Anything suits.
  static Wish anything() {
    return (day, window) -> 0;
  }

  /// Only what is asked, nothing near it.
  static Wish only(BiPredicate<LocalDate, Window> asked) {
    return (day, window) -> asked.test(day, window) ? 0 : NEVER;
  }
}
