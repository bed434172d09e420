package fr.duret.permanence.gate;

/// What somebody has said about messages of a purpose.
public enum Consent {
  /// Nothing.
  SILENT,
  /// He agreed.
  GIVEN,
  /// He does not want them.
  STOPPED
}
