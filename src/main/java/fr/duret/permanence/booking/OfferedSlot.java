package fr.duret.permanence.booking;

import java.util.Optional;

/// A slot that is offered, with what speaks for it.
///
/// @param slot day and window
/// @param technician id of who would come, in principle
/// @param wished whether it lies in the period asked for
/// @param nearCommune where the visit before or after is, if it is close: « Gaëtan est déjà à
///   Seynod »
/// @param extraSeconds driving that it adds to the round
public record OfferedSlot(
    Slot slot, String technician, boolean wished, Optional<String> nearCommune, int extraSeconds) {}
