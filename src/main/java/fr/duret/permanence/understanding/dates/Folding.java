package fr.duret.permanence.understanding.dates;

import java.text.Normalizer;

/// Folds characters as people mix them in an SMS: case, accents, ligatures, kinds of dashes and
/// apostrophes.
final class Folding {

  private static final int TABLE = 0x250;
  private static final String[] FOLDED = new String[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      FOLDED[c] = decompose(c);
    }
  }

  private Folding() {}

  /// What the character counts as: letters, digits, a sign, or nothing at all (combining marks).
  static String fold(char c) {
    if (c < TABLE) {
      return FOLDED[c];
    }
    return switch (c) {
      case '\u2019', '\u2018', '\u02BC', '\u2032' -> "'";
      case '\u2013', '\u2014', '\u2010', '\u2011', '\u2012', '\u2212' -> "-";
      case '\u2192' -> "-";
      case '\u00A0', '\u202F', '\u2009' -> " ";
      case '\u20AC' -> "€";
      default -> Character.getType(c) == Character.NON_SPACING_MARK ? "" : decompose(c);
    };
  }

  private static String decompose(char c) {
    return switch (c) {
      case 'œ', 'Œ' -> "oe";
      case 'æ', 'Æ' -> "ae";
      case '\u00A0' -> " ";
      case '°', 'º', '²', '³', '¹', 'ª' -> "°";
      case '`', '´' -> "'";
      default -> {
        String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        yield String.valueOf(base.isEmpty() ? ' ' : Character.toLowerCase(base.charAt(0)));
      }
    };
  }
}
