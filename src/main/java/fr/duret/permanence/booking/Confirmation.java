package fr.duret.permanence.booking;

/// The outcome of choosing a slot.
public sealed interface Confirmation permits Confirmation.Booked, Taken {

  /// The slot is promised.
  ///
  /// @param visit the visit as it was booked
  /// @param afterLapse whether the hold had lapsed and the slot was still free
  record Booked(Visit visit, boolean afterLapse) implements Confirmation {}
}
