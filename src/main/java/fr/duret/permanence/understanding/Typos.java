package fr.duret.permanence.understanding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the word of a vocabulary that is one slip of the finger away: a letter missing, added,
/// changed or exchanged with its neighbour. All forms with one letter left out are indexed, so that
/// a look-up costs one probe per letter.
final class Typos {

  /// Shorter words are too often one letter from another ordinary word.
  private static final int SHORTEST = 5;

  private static final int LONGEST = 30;

  private final Map<String, String> shortened = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final HashFilter known;

  Typos(Collection<String> vocabulary) {
    for (String word : vocabulary) {
      if (word.length() >= SHORTEST && word.length() <= LONGEST) {
        words.put(word, word);
        for (int i = 0; i < word.length(); i++) {
          shortened.putIfAbsent(without(word, i), word);
        }
      }
    }
    known = new HashFilter(words.keySet(), shortened.keySet());
  }

  /// The word meant by one that is not in the vocabulary.
  Optional<String> nearest(String typed) {
    if (typed.length() < SHORTEST - 1 || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String longer = shortened.get(typed);
    if (longer != null && longer.charAt(0) == typed.charAt(0)) {
      return Optional.of(longer);
    }
    return typed.length() < SHORTEST ? Optional.empty() : changed(typed);
  }

  private Optional<String> changed(String typed) {
    int[] cuts = Hashes.withoutEach(typed);
    for (int i = 1; i < typed.length(); i++) {
      if (known.mayHold(cuts[i])) {
        String cut = without(typed, i);
        String found = words.get(cut);
        if (found == null) {
          found = shortened.get(cut);
        }
        if (found != null && found.charAt(0) == typed.charAt(0) && near(typed, found)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }

  /// Whether two words that share a shortened form are one slip apart, not two far from each other.
  private static boolean near(String typed, String word) {
    int from = 0;
    int shorter = Math.min(typed.length(), word.length());
    while (from < shorter && typed.charAt(from) == word.charAt(from)) {
      from++;
    }
    int same = 0;
    while (same < shorter - from
        && typed.charAt(typed.length() - 1 - same) == word.charAt(word.length() - 1 - same)) {
      same++;
    }
    int left = Math.max(typed.length(), word.length()) - from - same;
    return left <= 1
        || (left == 2
            && typed.length() == word.length()
            && typed.charAt(from) == word.charAt(from + 1)
            && typed.charAt(from + 1) == word.charAt(from));
  }
}
