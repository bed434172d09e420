package fr.duret.permanence.planning;

import java.util.function.IntBinaryOperator;

/// Driving seconds between all places concerned, in one flat array: one load per look-up.
public final class TravelMatrix {

  private final int size;
  private final int[] seconds;

  private TravelMatrix(int size, int[] seconds) {
    this.size = size;
    this.seconds = seconds;
  }

  /// Asks for every pair once; a place is at no distance from itself.
  ///
  /// @param size how many places there are
  /// @param between driving seconds from one row to another, margins included
  public static TravelMatrix of(int size, IntBinaryOperator between) {
    return new TravelMatrix(0, new int[0]).grownTo(size, between);
  }

  /// The same matrix with further places: only pairs with a new place are asked for.
  TravelMatrix grownTo(int newSize, IntBinaryOperator between) {
    int[] grown = new int[newSize * newSize];
    for (int from = 0; from < newSize; from++) {
      for (int to = 0; to < newSize; to++) {
        grown[from * newSize + to] =
            from < size && to < size
                ? seconds[from * size + to]
                : from == to ? 0 : between.applyAsInt(from, to);
      }
    }
    return new TravelMatrix(newSize, grown);
  }

  /// Driving seconds from one row to another.
  public int seconds(int from, int to) {
    return seconds[from * size + to];
  }

  /// How many places there are.
  public int size() {
    return size;
  }
}
