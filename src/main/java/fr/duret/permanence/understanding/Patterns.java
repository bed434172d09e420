package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/// All patterns of some vocabulary files, found in one pass over a message.
final class Patterns {

  private static final int ANY = -1;

  private final WordSets sets;

  /// For each set of words the patterns that begin with one of them.
  private final Pattern[][] byFirst;

  /// For each of these patterns the set of the word that must follow at once, or [#ANY].
  private final int[][] seconds;

  private Patterns(WordSets sets, List<Pattern> patterns) {
    this.sets = sets;
    List<List<Pattern>> lists = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      lists.add(new ArrayList<>());
    }
    for (Pattern pattern : patterns) {
      if (pattern.steps().getFirst() instanceof Pattern.Step.OneOf first) {
        lists.get(first.set()).add(pattern);
      }
    }
    byFirst = lists.stream().map(list -> list.toArray(Pattern[]::new)).toArray(Pattern[][]::new);
    seconds =
        lists.stream()
            .map(list -> list.stream().mapToInt(Patterns::second).toArray())
            .toArray(int[][]::new);
  }

  private static int second(Pattern pattern) {
    boolean fixed =
        pattern.steps().size() > 1
            && pattern.steps().get(1) instanceof Pattern.Step.OneOf next
            && next.needed();
    return fixed && pattern.steps().get(1) instanceof Pattern.Step.OneOf next ? next.set() : ANY;
  }

  /// @param key what two words must share to be the same
  static Patterns load(UnaryOperator<String> key, String... files) {
    WordSets sets = new WordSets(key);
    PatternReader reader = new PatternReader(sets);
    for (String file : files) {
      reader.read(file);
    }
    return new Patterns(sets, reader.patterns());
  }

  /// All words that the patterns name in full.
  Collection<String> vocabulary() {
    return sets.vocabulary();
  }

  /// The numbers of all sets that a word belongs to.
  int[] sets(String word) {
    return sets.of(word);
  }

  /// Every place where a pattern is found; for each pattern and first word, the shortest.
  ///
  /// @param members for each word the sets that it belongs to
  List<Match> find(Message message, int[][] members) {
    Search search = new Search(message, members);
    List<Match> found = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      for (int set : members[i]) {
        for (int p = 0; p < byFirst[set].length; p++) {
          int second = seconds[set][p];
          if (second == ANY || search.belongs(i + 1, second)) {
            search.at(byFirst[set][p], i, found);
          }
        }
      }
    }
    return found;
  }

  /// The search in one message.
  private static final class Search {

    private final Message message;

    /// For each word the sets that it belongs to.
    private final int[][] members;

    Search(Message message, int[][] members) {
      this.message = message;
      this.members = members;
    }

    void at(Pattern pattern, int from, List<Match> found) {
      if (pattern.opening() && !message.opens(from)) {
        return;
      }
      int to = follow(pattern.steps(), 1, from + 1);
      if (to >= 0) {
        found.add(new Match(pattern, from, to));
      }
    }

    /// Matches the steps from one on, at a place; answers the end, or -1.
    private int follow(List<Pattern.Step> steps, int step, int at) {
      if (step == steps.size()) {
        return at;
      }
      return switch (steps.get(step)) {
        case Pattern.Step.Close() -> message.closes(at - 1) ? follow(steps, step + 1, at) : -1;
        case Pattern.Step.Gap(int most) -> afterGap(steps, step + 1, at, most);
        case Pattern.Step.OneOf(int set, boolean needed) -> {
          int to = belongs(at, set) ? follow(steps, step + 1, at + 1) : -1;
          yield to < 0 && !needed ? follow(steps, step + 1, at) : to;
        }
      };
    }

    private int afterGap(List<Pattern.Step> steps, int step, int from, int most) {
      for (int at = from; at <= from + most; at++) {
        int to = follow(steps, step, at);
        if (to >= 0) {
          return to;
        }
        if (!continues(at)) {
          return -1;
        }
      }
      return -1;
    }

    private boolean continues(int at) {
      return at < message.size() && message.word(at).sentence() == message.word(at - 1).sentence();
    }

    /// Whether the word there goes on with the sentence and is of that set.
    boolean belongs(int at, int set) {
      if (!continues(at)) {
        return false;
      }
      for (int member : members[at]) {
        if (member == set) {
          return true;
        }
      }
      return false;
    }
  }
}
