package fr.duret.permanence.understanding;

/// [String#hashCode] of strings that are not put together: a look-up that mostly fails then costs
/// no string.
final class Hashes {

  private static final int RADIX = 31;

  private Hashes() {}

  /// Of a string, by its hash, and another one behind it.
  static int join(int hash, String more) {
    int joined = hash;
    for (int i = more.length(); i > 0; i--) {
      joined *= RADIX;
    }
    return joined + more.hashCode();
  }

  /// Of a word without its first, its second … its last letter.
  static int[] withoutEach(String word) {
    int[] hashes = new int[word.length()];
    int before = 0;
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = before;
      before = before * RADIX + word.charAt(i);
    }
    int behind = 0;
    int power = 1;
    for (int i = hashes.length - 1; i >= 0; i--) {
      hashes[i] = hashes[i] * power + behind;
      behind += word.charAt(i) * power;
      power *= RADIX;
    }
    return hashes;
  }
}
