package fr.duret.permanence.journal;

/// What this process has counted since it started, for the metrics.
///
/// @param received messages seen for the first time
/// @param repeated messages that a provider delivered again
/// @param handled entries dealt with
/// @param failures attempts to handle that failed
/// @param setAside entries given up
public record Figures(long received, long repeated, long handled, long failures, long setAside) {}
