package fr.duret.permanence.desk;

/// How soon a ticket must be looked at, most pressing first.
public enum Priority {
  /// Before everything else: an emergency, a promise that we broke.
  URGENT(0),
  /// Somebody waits.
  HIGH(1),
  /// The ordinary.
  NORMAL(2),
  /// When there is time.
  LOW(3);

  private final int rank;

  Priority(int rank) {
    this.rank = rank;
  }

  /// Its place, the most pressing first; kept in the store.
  int rank() {
    return rank;
  }

  /// One step more pressing, but not urgent: that is kept for emergencies and broken promises.
  Priority raised() {
    return switch (this) {
      case URGENT -> URGENT;
      case HIGH, NORMAL -> HIGH;
      case LOW -> NORMAL;
    };
  }

  /// The more pressing of the two.
  Priority orMorePressing(Priority other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
