package fr.duret.permanence.planning;

import java.util.List;

/// One technician's day as decided: his stops in the order of driving.
///
/// @param crew who, from where, when
/// @param stops in order; blocked time is in the crew and not repeated here
public record PlannedRound(Crew crew, List<Stop> stops) {

  /// Keeps a copy.
  public PlannedRound {
    stops = List.copyOf(stops);
  }
}
