package fr.duret.permanence.understanding;

import java.util.HashMap;
import java.util.Map;

/// Days, months and numbers, which stand for their class where messages are compared
/// (`classes.txt`).
final class WordClasses {

  private static final char MARK = '~';

  private final Map<String, String> classes = new HashMap<>();

  WordClasses() {
    for (String line : Lines.of("classes.txt")) {
      String[] sides = line.split(" = ", -1);
      for (String member : sides[1].split(" ", -1)) {
        classes.put(member, sides[0]);
      }
    }
  }

  /// The class of a word, or the word.
  String of(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return word.indexOf('h') > 0 || word.indexOf(':') > 0 ? "~heure" : "~nombre";
    }
    return classes.getOrDefault(word, word);
  }

  /// Whether that is a class, no word.
  static boolean isClass(String word) {
    return word.charAt(0) == MARK;
  }
}
