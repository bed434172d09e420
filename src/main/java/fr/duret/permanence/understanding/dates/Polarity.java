package fr.duret.permanence.understanding.dates;

/// How an expression of time is meant.
enum Polarity {
  WANTED,
  EXCLUDED,
  /// What is to be left or replaced (« mon rdv de mardi », « au lieu de mardi »): it counts only if
  /// nothing else is wanted.
  REFERENCE,
  /// No wish at all (« depuis hier », a slip corrected in the same breath).
  DROPPED
}
