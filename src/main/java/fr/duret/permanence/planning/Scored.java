package fr.duret.permanence.planning;

/// A candidate and what it is likely to cost in all.
///
/// @param candidate which
/// @param score seconds of driving, now and later; lower is better
record Scored(Candidate candidate, double score) {}
