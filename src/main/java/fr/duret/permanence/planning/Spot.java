package fr.duret.permanence.planning;

/// A place for an imagined call.
///
/// @param seat the round
/// @param entry where in it
/// @param stop what is put there
/// @param driving seconds that it adds
record Spot(Seat seat, int entry, Stop stop, int driving) {}
