package fr.duret.permanence.booking;

/// The outcome of moving a visit.
public sealed interface Move permits Move.Moved, Move.NotMovable, Taken {

  /// The new slot is promised and the old one free.
  ///
  /// @param visit the visit in its new slot
  /// @param former the slot it had
  record Moved(Visit visit, Slot former) implements Move {}

  /// The visit is cancelled or has begun.
  ///
  /// @param visit the visit as it is
  record NotMovable(Visit visit) implements Move {}
}
