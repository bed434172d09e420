package fr.duret.permanence.conversation.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What somebody who wrote an unknown name may have meant.
final class Nearest {

  /// More are no help in a line; `flows vocabulary` lists them all.
  private static final int MOST = 40;

  private Nearest() {}

  /// The end of a complaint: the names that exist, those most like the wrong one first.
  static String known(String wrong, Collection<String> names) {
    List<String> nearest =
        names.stream()
            .sorted(
                Comparator.comparingDouble((String name) -> -likeness(wrong, name))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST)
            .toList();
    String more = names.size() > MOST ? ", … (permanence flows vocabulary)" : "";
    return "; known are [" + String.join(", ", nearest) + more + "]";
  }

  /// Dice's coefficient of the pairs of letters: 1 for the same pairs, 0 for none in common.
  private static double likeness(String one, String other) {
    Set<String> common = pairs(one);
    common.retainAll(pairs(other));
    return 2.0 * common.size() / (pairs(one).size() + pairs(other).size());
  }

  /// Beginning and end count as letters, so that no name is without pairs.
  private static Set<String> pairs(String name) {
    String bounded = "^" + name + "$";
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < bounded.length(); i++) {
      pairs.add(bounded.substring(i, i + 2));
    }
    return pairs;
  }
}
