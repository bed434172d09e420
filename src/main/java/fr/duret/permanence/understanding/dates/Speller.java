package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the word meant behind a typing error. Bounded so that ordinary words stay themselves: five
/// letters at least, one error, two from eight letters on; the first letter is right unless the
/// first two were swapped; two candidates are none. So few words are left by their first letters,
/// their length and the letters they hold that these are compared one by one.
final class Speller {

  private static final int SHORTEST = 5;
  private static final int LONG = 8;
  private static final int LONGEST = 14;

  /// A word with the letters that it holds, as bits.
  private record Known(String word, int letters) {

    static Known of(String word) {
      int letters = 0;
      for (int i = 0; i < word.length(); i++) {
        letters |= 1 << word.charAt(i);
      }
      return new Known(word, letters);
    }

    /// Whether so few errors may part the two: each changes the length by one at most, and two
    /// letters.
    boolean mayBe(Known other, int errors) {
      return Math.abs(word.length() - other.word.length()) <= errors
          && Integer.bitCount(letters ^ other.letters) <= 2 * errors;
    }
  }

  private final Map<Character, List<Known>> byFirst = new HashMap<>();

  void learn(String word) {
    if (word.length() < SHORTEST) {
      return;
    }
    List<Known> known = byFirst.computeIfAbsent(word.charAt(0), first -> new ArrayList<>());
    if (known.stream().noneMatch(other -> other.word.equals(word))) {
      known.add(Known.of(word));
    }
  }

  @Nullable String repair(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return null;
    }
    List<String> near = new ArrayList<>();
    Known typed = Known.of(word);
    addNear(typed, word.charAt(0), near);
    if (word.charAt(1) != word.charAt(0)) {
      addNear(typed, word.charAt(1), near);
    }
    return near.size() == 1 ? near.getFirst() : closest(word, near);
  }

  private void addNear(Known typed, char first, List<String> near) {
    for (Known known : byFirst.getOrDefault(first, List.of())) {
      int errors = Math.min(errors(typed.word), errors(known.word));
      if (typed.mayBe(known, errors)
          && beginAlike(typed.word, known.word)
          && distance(typed.word, known.word) <= errors) {
        near.add(known.word);
      }
    }
  }

  /// Of several, the only one at distance one; a plural gives way to its singular.
  private static @Nullable String closest(String word, List<String> near) {
    List<String> closest =
        near.stream()
            .filter(one -> distance(word, one) <= 1)
            .filter(one -> !isPluralOfAnother(one, near))
            .toList();
    return closest.size() == 1 ? closest.getFirst() : null;
  }

  private static boolean isPluralOfAnother(String word, List<String> others) {
    return word.endsWith("s") && others.contains(word.substring(0, word.length() - 1));
  }

  private static int errors(String word) {
    return word.length() >= LONG ? 2 : 1;
  }

  private static boolean beginAlike(String word, String candidate) {
    boolean swapped =
        word.charAt(0) == candidate.charAt(1) && word.charAt(1) == candidate.charAt(0);
    return word.charAt(0) == candidate.charAt(0) || swapped;
  }

  /// Damerau's distance (insertions, deletions, replacements, swaps of neighbours).
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
