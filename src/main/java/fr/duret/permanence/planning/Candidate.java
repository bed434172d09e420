package fr.duret.permanence.planning;

/// A window in which the visit fits, with the technician who drives least for it.
///
/// @param day index of the day on the board
/// @param window which window
/// @param technician index of the round of that day
/// @param entry where it would go into the round
/// @param driving seconds that it adds
/// @param distance how far from what was asked, see [Wish]
record Candidate(int day, Window window, int technician, int entry, int driving, int distance) {

  /// Half an hour of driving is worth a day nearer to what was asked: who asks for a day is offered
  /// the nearest first.
  private static final double PRICE_OF_DISTANCE = 1800;

  /// What it costs at first sight, in seconds of driving.
  double cost() {
    return driving + PRICE_OF_DISTANCE * distance;
  }

  boolean asked() {
    return distance == 0;
  }

  /// Whether both are in one half-day.
  boolean sameHalfDay(Candidate other) {
    return day == other.day && window.inTheMorning() == other.window.inTheMorning();
  }
}
