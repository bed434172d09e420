package fr.duret.permanence.understanding.dates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the word meant behind a typing error, by the deletions that both have in common
/// (SymSpell's idea), so that an unknown word costs some hash look-ups. Bounded so that ordinary
/// words stay themselves: five letters at least, one error, two from eight letters on; the first
/// letter is right unless the first two were swapped; two candidates are none.
final class Speller {

  private static final int SHORTEST = 5;
  private static final int LONG = 8;
  private static final int LONGEST = 14;

  private final Map<String, Set<String>> byDeletion = new HashMap<>();

  void learn(String word) {
    if (word.length() >= SHORTEST) {
      Set<String> keys = new HashSet<>();
      deletions(word, errors(word), keys::add);
      keys.forEach(key -> byDeletion.computeIfAbsent(key, k -> new TreeSet<>()).add(word));
    }
  }

  @Nullable String repair(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return null;
    }
    Set<String> candidates = new HashSet<>();
    deletions(word, errors(word), key -> candidates.addAll(byDeletion.getOrDefault(key, Set.of())));
    List<String> near = candidates.stream().filter(candidate -> isNear(word, candidate)).toList();
    return near.size() == 1 ? near.getFirst() : closest(word, near);
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

  private static boolean isNear(String word, String candidate) {
    boolean begins = word.charAt(0) == candidate.charAt(0);
    boolean swapped =
        word.charAt(0) == candidate.charAt(1) && word.charAt(1) == candidate.charAt(0);
    return (begins || swapped)
        && distance(word, candidate) <= Math.min(errors(word), errors(candidate));
  }

  private static void deletions(String word, int errors, Consumer<String> sink) {
    sink.accept(word);
    if (errors == 0) {
      return;
    }
    for (int i = 0; i < word.length(); i++) {
      deletions(word.substring(0, i) + word.substring(i + 1), errors - 1, sink);
    }
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
