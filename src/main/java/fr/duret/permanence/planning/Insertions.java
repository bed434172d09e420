package fr.duret.permanence.planning;

import java.util.Optional;

/// Where a visit fits with every promise already made.
public final class Insertions {

  private Insertions() {}

  /// The cheapest place in one window of one day, over all technicians, such that every promise of
  /// the day and every one of its holds stays possible.
  ///
  /// To confirm what is held for a person, leave all holds out (`day.holding(List.of())`): his hold
  /// has already been counted against the others. After its lapse, leave out only his own.
  ///
  /// @return empty if it does not fit
  public static Optional<Insertion> cheapest(
      DayPlan day, TravelMatrix travel, Work work, Window window) {
    return Optional.empty();
  }
}
