package fr.duret.permanence.booking;

/// The outcome of cancelling a visit.
public sealed interface Cancellation {

  /// It is cancelled, by this command or before.
  ///
  /// @param visit the visit, with the slot it had
  record Cancelled(Visit visit) implements Cancellation {}

  /// It has begun or has passed.
  ///
  /// @param visit the visit as it is
  record TooLate(Visit visit) implements Cancellation {}
}
