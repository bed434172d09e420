package fr.duret.permanence.conversation;

/// What this process has counted since it started, for the metrics.
///
/// @param turns turns committed, silences among them
/// @param misunderstood turns in which the client was not understood
/// @param silences questions that got no answer
/// @param replayed turns begun by another attempt or process and ended here
public record Figures(long turns, long misunderstood, long silences, long replayed) {}
