package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The sets of words that patterns are made of, and to which of them a word belongs.
final class WordSets {

  private static final int[] NO_SET = {};

  private static final int SHORTEST_STEM = 3;

  private final UnaryOperator<String> key;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> exact = new HashMap<>();
  private final Map<String, List<Integer>> keyed = new HashMap<>();
  private final Map<String, List<Integer>> stems = new HashMap<>();

  /// @param key what two words must share to be the same: itself, or how it sounds
  WordSets(UnaryOperator<String> key) {
    this.key = key;
  }

  /// The number of a set written `mot|stem*|=exact`.
  int number(String written) {
    Integer known = numbers.get(written);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(written, number);
    for (String member : written.split("\\|", -1)) {
      add(member, number);
    }
    return number;
  }

  private void add(String member, int number) {
    if (member.endsWith("*")) {
      String stem = Fold.text(member);
      if (stem.length() < SHORTEST_STEM) {
        throw new IllegalArgumentException("stem too short: " + member);
      }
      into(stems, stem, number);
    } else if (member.startsWith("=")) {
      into(exact, member.substring(1), number);
    } else {
      into(exact, member, number);
      into(keyed, key.apply(member), number);
    }
  }

  private static void into(Map<String, List<Integer>> map, String word, int number) {
    map.computeIfAbsent(word, w -> new ArrayList<>()).add(number);
  }

  /// The numbers of all sets that a word belongs to.
  int[] of(String word) {
    List<Integer> found = new ArrayList<>();
    addAll(found, exact.get(word));
    addAll(found, keyed.get(key.apply(word)));
    for (int end = SHORTEST_STEM; end <= word.length(); end++) {
      addAll(found, stems.get(word.substring(0, end)));
    }
    return found.isEmpty()
        ? NO_SET
        : found.stream().mapToInt(Integer::intValue).distinct().toArray();
  }

  private static void addAll(
      List<Integer> to, @org.jspecify.annotations.Nullable List<Integer> numbers) {
    if (numbers != null) {
      to.addAll(numbers);
    }
  }

  /// All words that stand in the sets in full.
  Collection<String> vocabulary() {
    return exact.keySet();
  }

  /// How many sets there are.
  int size() {
    return numbers.size();
  }
}
