package fr.duret.permanence.clients;

/// How a person is addressed; templates hold the words.
public enum Civility {
  /// « M. »
  MONSIEUR,
  /// « Mme »
  MADAME
}
