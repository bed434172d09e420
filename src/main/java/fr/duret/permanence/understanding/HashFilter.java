package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.Collection;

/// Tells of most strings, by their hashes alone, that a table does not hold them.
final class HashFilter {

  /// So many bits for a string: one of sixteen strings not held is not told apart.
  private static final int SPACE = 16;

  private final int shift;
  private final BitSet held = new BitSet();

  /// @param one the strings of one table
  /// @param other those of another one
  HashFilter(Collection<String> one, Collection<String> other) {
    shift = Integer.numberOfLeadingZeros(Math.max(1, (one.size() + other.size()) * SPACE));
    one.forEach(this::hold);
    other.forEach(this::hold);
  }

  private void hold(String string) {
    held.set(place(string.hashCode()));
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
