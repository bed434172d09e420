package fr.duret.permanence.conversation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Counts turns.
final class Counters {

  private final LongAdder turns = new LongAdder();
  private final Map<Missed, LongAdder> missed = new EnumMap<>(Missed.class);
  private final LongAdder handovers = new LongAdder();
  private final LongAdder silences = new LongAdder();
  private final LongAdder replayed = new LongAdder();

  Counters() {
    for (Missed what : Missed.values()) {
      missed.put(what, new LongAdder());
    }
  }

  void committed(Optional<Missed> what, boolean silence) {
    turns.increment();
    what.map(missed::get).ifPresent(LongAdder::increment);
    if (silence) {
      silences.increment();
    }
  }

  void replayed() {
    replayed.increment();
  }

  void handedOver() {
    handovers.increment();
  }

  Figures figures() {
    return new Figures(
        turns.sum(),
        count(Missed.REPHRASED),
        count(Missed.CHOICES),
        count(Missed.PERSON),
        handovers.sum(),
        silences.sum(),
        replayed.sum());
  }

  private long count(Missed what) {
    LongAdder counted = missed.get(what);
    return counted == null ? 0 : counted.sum();
  }
}
