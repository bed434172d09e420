package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.Collection;

/// Tells of most strings, by their hashes alone, that a table does not hold them.
final class HashFilter {

  /// Enough for some tens of thousands of strings, few enough for a processor's cache.
  private static final int BITS = 20;

  private final BitSet held = new BitSet();

  void addAll(Collection<String> strings) {
    strings.forEach(string -> held.set(place(string.hashCode())));
  }

  /// False if no string of that hash was added.
  boolean mayHold(int hash) {
    return held.get(place(hash));
  }

  /// Like strings have like hashes: these are spread.
  private static int place(int hash) {
    return (hash * 0x9E3779B1) >>> (Integer.SIZE - BITS);
  }
}
