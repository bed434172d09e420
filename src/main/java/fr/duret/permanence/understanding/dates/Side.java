package fr.duret.permanence.understanding.dates;

/// Which side of a day or moment is meant.
enum Side {
  FROM,
  AFTER,
  BEFORE,
  UNTIL;

  /// What remains when this is denied: « pas avant » is from then on.
  Side opposite() {
    return switch (this) {
      case FROM -> BEFORE;
      case AFTER -> UNTIL;
      case BEFORE -> FROM;
      case UNTIL -> AFTER;
    };
  }

  boolean opensForward() {
    return this == FROM || this == AFTER;
  }
}
