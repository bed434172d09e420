package fr.duret.permanence.understanding;

/// How a message answers a question that wants yes or no.
public enum Answer {
  /// Yes, without reservation.
  YES,
  /// No.
  NO,
  /// Yes on a condition or with an exception (« oui mais pas jeudi », « oui si c'est avant 10h »):
  /// never to be taken for a yes.
  RESERVED,
  /// Neither.
  NONE
}
