package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parts of a name in a message: what hyphens (also said: « tiret ») and apostrophes join is
/// one part, and so are the words that one written word was taken for.
final class NameUnits {

  /// One part.
  ///
  /// @param words the places of its written words
  /// @param text as names are written
  record Unit(List<Integer> words, String text) {

    int first() {
      return words.getFirst();
    }

    int last() {
      return words.getLast();
    }
  }

  private NameUnits() {}

  static List<Unit> of(Message message, Matches matches, int from, int to) {
    List<Unit> units = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String joint = "";
    for (int i = from; i < to; i++) {
      if (isSameWord(message, i) && i > from) {
        continue;
      }
      int said = saidHyphen(matches, i);
      if (said > i && !words.isEmpty() && said < to) {
        joint = "-";
        i = said - 1;
        continue;
      }
      if (i > from && isHyphen(message, i)) {
        joint = "-";
      }
      if (joint.isEmpty() && !words.isEmpty()) {
        units.add(new Unit(List.copyOf(words), text.toString()));
        words.clear();
        text.setLength(0);
      }
      text.append(joint).append(capitalised(message, i));
      words.add(i);
      joint = isElided(message, i) && i + 1 < to ? "'" : "";
    }
    units.add(new Unit(List.copyOf(words), text.toString()));
    return units;
  }

  /// Whether one written word stands for this one and the one before.
  static boolean isSameWord(Message message, int at) {
    return at > 0 && message.word(at).start() == message.word(at - 1).start();
  }

  /// Whether a hyphen stands before.
  static boolean isHyphen(Message message, int at) {
    Word word = message.word(at);
    return at > 0
        && word.start() > 0
        && message.source().charAt(word.start() - 1) == '-'
        && message.word(at - 1).end() == word.start() - 1;
  }

  /// Where a hyphen that is said ends (« tiret », « trait d'union »), or the place given.
  static int saidHyphen(Matches matches, int at) {
    return matches.with("NAME:HYPHEN").stream()
        .filter(match -> match.from() == at)
        .mapToInt(Match::to)
        .max()
        .orElse(at);
  }

  /// One letter before an apostrophe.
  static boolean isElided(Message message, int at) {
    Word word = message.word(at);
    return word.end() - word.start() == 1
        && word.end() < message.source().length()
        && "'’".indexOf(message.source().charAt(word.end())) >= 0;
  }

  private static String capitalised(Message message, int at) {
    Word word = message.word(at);
    String raw = message.source().substring(word.start(), word.end());
    return raw.substring(0, 1).toUpperCase(Locale.FRENCH)
        + raw.substring(1).toLowerCase(Locale.FRENCH);
  }
}
