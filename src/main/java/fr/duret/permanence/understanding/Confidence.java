package fr.duret.permanence.understanding;

/// How far a reading may be relied on.
public enum Confidence {
  /// May be acted on without asking: wrong in at most one case of a hundred.
  SURE,
  /// May be acted on if it is easily undone, or said back to the client (« si j'ai bien compris »).
  LIKELY,
  /// Only a hint: ask before doing anything with it.
  UNSURE;

  /// Whether this is at least as good as another.
  public boolean atLeast(Confidence other) {
    return compareTo(other) <= 0;
  }
}
