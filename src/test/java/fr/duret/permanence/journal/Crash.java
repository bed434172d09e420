package fr.duret.permanence.journal;

/// Stands for the end of a process in the middle of something: nothing catches it, nothing is
/// written after it.
public final class Crash extends Error {

  private static final long serialVersionUID = 1;

  /// The end.
  public Crash() {
    super("the process ends here", null, false, false);
  }
}
