package fr.duret.permanence.understanding.dates;

/// A set of kinds, as bits: whether a word is of a kind is asked some hundred times a message. The
/// places of the kinds stand nowhere but in memory.
@SuppressWarnings("EnumOrdinal")
record Kinds(long low, long high) {

  static Kinds of(Kind... kinds) {
    long low = 0;
    long high = 0;
    for (Kind kind : kinds) {
      long bit = 1L << kind.ordinal();
      low |= kind.ordinal() < Long.SIZE ? bit : 0;
      high |= kind.ordinal() < Long.SIZE ? 0 : bit;
    }
    return new Kinds(low, high);
  }

  boolean has(Kind kind) {
    long bits = kind.ordinal() < Long.SIZE ? low : high;
    return (bits >>> kind.ordinal() & 1) != 0;
  }

  /// Whether a kind is in both.
  boolean meets(Kinds other) {
    return ((low & other.low) | (high & other.high)) != 0;
  }

  /// Whether all of them are in the other.
  boolean within(Kinds other) {
    return ((low & ~other.low) | (high & ~other.high)) == 0;
  }
}
