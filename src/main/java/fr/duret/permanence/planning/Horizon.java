package fr.duret.permanence.planning;

import java.util.Comparator;
import java.util.List;

/// What a choice of offers is made from.
///
/// @param days the working days that may be offered, in order; the first is the nearest
/// @param travel driving between all places of these days, of the request and of the demand
/// @param demand the calls to be expected
public record Horizon(List<DayPlan> days, TravelMatrix travel, Demand demand) {

  /// Keeps a sorted copy.
  public Horizon {
    days = days.stream().sorted(Comparator.comparing(DayPlan::date)).toList();
  }
}
