package fr.duret.permanence.outbox;

/// How messages ended in this process since it started, for the metrics.
///
/// @param sent the provider took them; one that it later reports lost is among the failed too
/// @param failed they cannot be sent, or did not arrive
/// @param refused the gate does not let them leave
public record Figures(long sent, long failed, long refused) {}
