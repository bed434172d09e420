package fr.duret.permanence.planning;

import java.util.List;

/// When the technician is expected at each stop.
public final class Arrivals {

  private Arrivals() {}

  /// The earliest beginning of each stop of a round, in its order, seconds since midnight.
  public static List<Integer> of(PlannedRound round, TravelMatrix travel) {
    return round.stops().stream().map(s -> s.window().begin()).toList();
  }

  /// Driving of a whole day, in seconds.
  public static int driving(DayPlan day, TravelMatrix travel) {
    return 0;
  }
}
