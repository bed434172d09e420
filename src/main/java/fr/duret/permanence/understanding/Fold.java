package fr.duret.permanence.understanding;

import java.text.Normalizer;
import java.util.Locale;

/// Letters without case and accents: people who text write « élec », « elec » and « ÉLEC » alike.
final class Fold {

  /// Up to the end of Latin Extended-A and B, which hold all that French and its neighbours write.
  private static final int LATIN = 0x250;

  private static final String[] FOLDED = table();

  private Fold() {}

  /// Appends a letter or digit, folded; nothing for a character that is neither.
  static void append(StringBuilder to, char letter) {
    if (letter < LATIN) {
      to.append(FOLDED[letter]);
    } else if (Character.isLetterOrDigit(letter)) {
      to.append(Character.toLowerCase(letter));
    }
  }

  /// A whole text, folded; what is neither letter nor digit becomes a space.
  static String text(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int before = folded.length();
      append(folded, text.charAt(i));
      if (folded.length() == before) {
        folded.append(' ');
      }
    }
    return folded.toString().strip();
  }

  private static String[] table() {
    String[] table = new String[LATIN];
    for (char c = 0; c < LATIN; c++) {
      table[c] = Character.isLetterOrDigit(c) ? fold(c) : "";
    }
    return table;
  }

  private static String fold(char c) {
    return switch (c) {
      case 'œ', 'Œ' -> "oe";
      case 'æ', 'Æ' -> "ae";
      case 'ß' -> "ss";
      default ->
          Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
    };
  }
}
