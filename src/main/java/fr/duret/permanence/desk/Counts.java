package fr.duret.permanence.desk;

/// How much there is to do.
///
/// @param open tickets that nobody has
/// @param taken tickets that somebody has
/// @param urgent of both, the urgent ones
/// @param overdue of both, those whose due time has passed
public record Counts(long open, long taken, long urgent, long overdue) {}
