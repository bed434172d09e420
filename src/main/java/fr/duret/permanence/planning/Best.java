package fr.duret.permanence.planning;

import org.jspecify.annotations.Nullable;

/// The cheapest insertion seen so far; mutable, so that a scan allocates nothing.
final class Best {

  private static final int NONE = Integer.MAX_VALUE;

  private @Nullable Round round;
  private int entry;
  private int cost = NONE;

  /// Takes note of a place if it is cheaper than what is known.
  void offer(Round where, int at, int driving) {
    if (driving < cost) {
      round = where;
      entry = at;
      cost = driving;
    }
  }

  boolean found() {
    return round != null;
  }

  /// The round found.
  Round round() {
    if (round == null) {
      throw new IllegalStateException("nothing was found");
    }
    return round;
  }

  int entry() {
    return entry;
  }

  int cost() {
    return cost;
  }

  /// Puts the stop where it was found to be cheapest.
  Round apply(Stop stop) {
    Round where = round();
    where.insert(entry, stop);
    return where;
  }
}
