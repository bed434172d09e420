package fr.duret.permanence.conversation.actions;

import java.text.Normalizer;
import java.util.Locale;

/// Compares names in what was said, without accents, capitals and hyphens.
final class Words {

  private Words() {}

  /// Whether the text contains the name as whole words; an empty name is contained in nothing.
  static boolean contains(String text, String name) {
    String sought = plain(name);
    return !sought.isBlank() && plain(text).contains(sought);
  }

  /// The name without the short words that it begins with: an article need not be said.
  static String withoutArticle(String name) {
    String bare = name.strip();
    while (bare.matches("\\p{L}{1,3}[' ].+")) {
      bare = bare.replaceFirst("\\p{L}{1,3}[' ]", "").strip();
    }
    return bare;
  }

  /// The words in small letters without accents, with one space before, between and after them.
  static String plain(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(letters.length() + 2);
    boolean between = true;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (isPlain(letter)) {
        words.append(between ? " " : "").append(letter);
        between = false;
      } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        between = true;
      }
    }
    return words.isEmpty() ? "" : words.append(' ').toString();
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }
}
