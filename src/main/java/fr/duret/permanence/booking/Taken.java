package fr.duret.permanence.booking;

/// The slot has gone meanwhile: to be said, with new offers.
///
/// @param slot the slot that was chosen
public record Taken(Slot slot) implements Confirmation, Move {}
