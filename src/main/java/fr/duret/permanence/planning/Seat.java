package fr.duret.permanence.planning;

/// A round of the board on which the future is tried, and which then becomes again what it was.
final class Seat {

  private final int day;
  private final Round before;
  private final Round round;
  private boolean taken;

  Seat(int day, Round before) {
    this.day = day;
    this.before = before;
    this.round = before.copy();
  }

  int day() {
    return day;
  }

  /// The round with what was tried.
  Round round() {
    return round;
  }

  /// Whether something was tried on it.
  boolean taken() {
    return taken;
  }

  void take(int entry, Stop stop) {
    round.insert(entry, stop);
    taken = true;
  }

  void restore() {
    round.copyFrom(before);
    taken = false;
  }
}
