package fr.duret.permanence.conversation;

/// What came of a text that was not understood.
enum Missed {
  /// Asked once more in other words.
  REPHRASED,
  /// Asked once more with the choices there are.
  CHOICES,
  /// Handed to a person.
  PERSON
}
