package fr.duret.permanence.conversation;

import java.util.concurrent.atomic.LongAdder;

/// Counts turns.
final class Counters {

  /// The outcome of a turn that was not understood.
  static final String MISUNDERSTOOD = "not understood";

  private final LongAdder turns = new LongAdder();
  private final LongAdder misunderstood = new LongAdder();
  private final LongAdder silences = new LongAdder();
  private final LongAdder replayed = new LongAdder();

  void committed(String outcome, boolean silence) {
    turns.increment();
    if (outcome.equals(MISUNDERSTOOD)) {
      misunderstood.increment();
    }
    if (silence) {
      silences.increment();
    }
  }

  void replayed() {
    replayed.increment();
  }

  Figures figures() {
    return new Figures(turns.sum(), misunderstood.sum(), silences.sum(), replayed.sum());
  }
}
