package fr.duret.permanence.message;

/// The ways by which people reach us and we reach them.
public enum Channel {
  /// Text messages, in both directions.
  SMS,
  /// Telephone calls.
  VOICE,
  /// E-mail.
  EMAIL,
  /// The chat widget and the pages behind signed links.
  WEB
}
