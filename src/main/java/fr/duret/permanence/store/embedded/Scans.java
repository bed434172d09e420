package fr.duret.permanence.store.embedded;

import java.util.concurrent.atomic.LongAdder;

/// Counts what queries read, so that a test can tell an index that is used from one that is not.
public final class Scans {

  private final LongAdder examined = new LongAdder();
  private final LongAdder full = new LongAdder();

  /// Documents read by queries since the start, found or not.
  public long examined() {
    return examined.sum();
  }

  /// Queries that no index helped, so that they read the whole collection.
  public long full() {
    return full.sum();
  }

  void read() {
    examined.increment();
  }

  void readAll(int documents) {
    full.increment();
    examined.add(documents);
  }
}
