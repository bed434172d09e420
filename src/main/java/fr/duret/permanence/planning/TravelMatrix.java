package fr.duret.permanence.planning;

import java.util.function.IntBinaryOperator;

/// Driving seconds between all places concerned, in one flat array: one load per look-up.
///
/// The array may have room for further places. They are written where no matrix handed out before
/// looks, so that a matrix never changes for whoever holds it.
public final class TravelMatrix {

  private final int size;

  /// How many places the array has room for, hence how far apart its rows are.
  private final int room;

  private final int[] seconds;

  private TravelMatrix(int size, int room, int[] seconds) {
    this.size = size;
    this.room = room;
    this.seconds = seconds;
  }

  /// Asks for every pair once; a place is at no distance from itself.
  ///
  /// @param size how many places there are
  /// @param between driving seconds from one row to another, margins included
  public static TravelMatrix of(int size, IntBinaryOperator between) {
    return new TravelMatrix(0, size, new int[size * size]).grownTo(size, between);
  }

  /// The same matrix with further places: only pairs with a new place are asked for. A matrix is
  /// grown once at most; what it grew into may be grown further.
  TravelMatrix grownTo(int newSize, IntBinaryOperator between) {
    TravelMatrix grown = newSize > room ? withRoomFor(newSize) : this;
    for (int added = size; added < newSize; added++) {
      for (int other = 0; other < added; other++) {
        grown.set(added, other, between.applyAsInt(added, other));
        grown.set(other, added, between.applyAsInt(other, added));
      }
    }
    return new TravelMatrix(newSize, grown.room, grown.seconds);
  }

  /// A copy with a quarter more room than needed: places come one by one.
  private TravelMatrix withRoomFor(int newSize) {
    int newRoom = newSize + newSize / 4;
    int[] copy = new int[newRoom * newRoom];
    for (int from = 0; from < size; from++) {
      System.arraycopy(seconds, from * room, copy, from * newRoom, size);
    }
    return new TravelMatrix(size, newRoom, copy);
  }

  private void set(int from, int to, int driving) {
    seconds[from * room + to] = driving;
  }

  /// Driving seconds from one row to another.
  public int seconds(int from, int to) {
    return seconds[from * room + to];
  }

  /// How many places there are.
  public int size() {
    return size;
  }
}
