package fr.duret.permanence.understanding;

import java.util.Arrays;

/// Findings of the rules as traits for the learned readers. A finding is named part by part («
/// named 1 of 2 »), and its trait is [Traits#rule] of the name, which is never written out: an
/// answer has some hundred of them. Each is kept once, in the order in which they are told.
final class Clues {

  private static final int USUAL = 48;

  /// That of [String#hashCode].
  private static final int RADIX = 31;

  private static final int TEN = 10;

  private final int sort;

  /// Of the name as far as it was told.
  private int name;

  private int[] traits = new int[USUAL];
  private int count;

  /// @param sort what every name begins with
  Clues(String sort) {
    this.sort = sort.hashCode();
    name = this.sort;
  }

  /// Goes on with a name.
  Clues say(String part) {
    name = Hashes.join(name, part);
    return this;
  }

  /// Goes on with a name.
  Clues say(boolean part) {
    return say(String.valueOf(part));
  }

  /// Goes on with a name.
  Clues say(int part) {
    if (part < 0 || part >= TEN) {
      return say(Integer.toString(part));
    }
    name = name * RADIX + '0' + part;
    return this;
  }

  /// Goes on with a name.
  Clues say(Enum<?> part) {
    return say(part.name());
  }

  /// Ends the name; the next word begins another one.
  void end() {
    int trait = Trait.RULE.of(name);
    name = sort;
    for (int i = 0; i < count; i++) {
      if (traits[i] == trait) {
        return;
      }
    }
    if (count == traits.length) {
      traits = Arrays.copyOf(traits, 2 * count);
    }
    traits[count++] = trait;
  }

  /// All findings told.
  int[] traits() {
    return Arrays.copyOf(traits, count);
  }
}
