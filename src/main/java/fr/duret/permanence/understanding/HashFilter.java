package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.Collection;
import java.util.stream.Stream;

/// Tells of most strings, by their hashes alone, that a table does not hold them.
final class HashFilter {

  /// So many bits for a string: one of sixteen strings not held is not told apart.
  private static final int SPACE = 16;

  private final int shift;
  private final BitSet held;

  @SafeVarargs
  HashFilter(Collection<String>... held) {
    int size = Stream.of(held).mapToInt(Collection::size).sum();
    shift = Integer.numberOfLeadingZeros(Math.max(1, size * SPACE));
    this.held = new BitSet();
    for (Collection<String> strings : held) {
      strings.forEach(string -> this.held.set(place(string.hashCode())));
    }
  }

  /// False if no string of that hash was added.
  boolean mayHold(int hash) {
    return held.get(place(hash));
  }

  /// Like strings have like hashes: these are spread.
  private int place(int hash) {
    return (hash * 0x9E3779B1) >>> shift;
  }
}
