package fr.duret.permanence.understanding;

/// The language of a message, as far as its commonest words tell.
public enum Language {
  /// French, also when nothing tells otherwise.
  FRENCH,
  /// English.
  ENGLISH,
  /// German.
  GERMAN,
  /// Italian.
  ITALIAN,
  /// Spanish.
  SPANISH,
  /// Another script, or none of these.
  OTHER
}
