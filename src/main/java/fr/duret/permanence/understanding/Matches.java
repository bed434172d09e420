package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The patterns found in a message, by their labels.
final class Matches {

  private final List<Match> all;
  private final Map<String, List<Match>> byLabel = new LinkedHashMap<>();

  Matches(List<Match> all) {
    this.all = all;
    for (Match match : all) {
      byLabel.computeIfAbsent(match.label(), label -> new ArrayList<>()).add(match);
    }
  }

  List<Match> all() {
    return all;
  }

  /// Those under that label, in the order of the text.
  List<Match> with(String label) {
    return byLabel.getOrDefault(label, List.of());
  }

  /// The labels of all that was found.
  Set<String> labels() {
    return byLabel.keySet();
  }

  boolean says(String label) {
    return byLabel.containsKey(label);
  }

  /// Whether something under that label begins at that word; never before the first word.
  boolean at(String label, int word) {
    for (Match match : with(label)) {
      if (match.from() == word) {
        return true;
      }
    }
    return false;
  }
}
