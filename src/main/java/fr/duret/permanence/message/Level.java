package fr.duret.permanence.message;

/// How well a person is recognised; what may be said depends on it. Ordered: later is better.
public enum Level {
  /// Nobody on file, or several and no name given.
  UNKNOWN,
  /// The sender's number or mailbox belongs to exactly one person (it can be forged).
  NUMBER,
  /// The person also gave something that only he knows, or followed a link sent to him.
  CONFIRMED;

  /// Whether a person recognised this well may be told what needs the given level.
  public boolean allows(Level needed) {
    return compareTo(needed) >= 0;
  }
}
