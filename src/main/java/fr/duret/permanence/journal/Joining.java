package fr.duret.permanence.journal;

/// Waiting for a thread to end.
final class Joining {

  private Joining() {}

  /// Waits; an interruption is kept for the caller and ends the waiting.
  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
