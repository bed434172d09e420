package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What words are about, by their sound or by how they begin (`senses.txt`).
final class Senses {

  private static final int SHORTEST_STEM = 3;

  private final Map<String, List<Integer>> words = new HashMap<>();
  private final Map<String, List<Integer>> stems = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  Senses() {
    for (String line : Lines.of("senses.txt")) {
      String[] sides = line.split(" = ", -1);
      names.add(sides[0]);
      for (String member : sides[1].split(" +", -1)) {
        learn(member, names.size() - 1);
      }
    }
  }

  private void learn(String member, int sense) {
    boolean stem = member.endsWith("*");
    for (String word : Fold.text(member).split(" ", -1)) {
      Map<String, List<Integer>> to = stem ? stems : words;
      List<Integer> known =
          to.computeIfAbsent(stem ? word : Sound.of(word), w -> new ArrayList<>());
      if (!known.contains(sense)) {
        known.add(sense);
      }
    }
  }

  /// The numbers of what a word is about, each once.
  int[] of(String word) {
    List<Integer> found = new ArrayList<>(words.getOrDefault(Sound.of(word), List.of()));
    for (int end = SHORTEST_STEM; end <= word.length(); end++) {
      for (int sense : stems.getOrDefault(word.substring(0, end), List.of())) {
        if (!found.contains(sense)) {
          found.add(sense);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The name of a number.
  String name(int sense) {
    return names.get(sense);
  }
}
