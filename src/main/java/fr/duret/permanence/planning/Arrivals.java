package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.List;

/// What follows from a day as planned: when the technician is expected, how much is driven.
public final class Arrivals {

  private Arrivals() {}

  /// The earliest beginning of each stop of a round, in its order, seconds since midnight.
  public static List<Integer> of(PlannedRound planned, TravelMatrix travel) {
    Round round = new Round(planned, travel);
    List<Integer> starts = new ArrayList<>();
    for (int entry = 1; entry <= round.size(); entry++) {
      if (round.stop(entry) != null) {
        starts.add(round.earliest(entry));
      }
    }
    return List.copyOf(starts);
  }

  /// Driving of a whole day, in seconds, blocked time included.
  public static int driving(DayPlan day, TravelMatrix travel) {
    int sum = 0;
    for (PlannedRound round : day.rounds()) {
      sum += new Round(round, travel).driving();
    }
    return sum;
  }
}
