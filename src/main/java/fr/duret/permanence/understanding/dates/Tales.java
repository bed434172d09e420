package fr.duret.permanence.understanding.dates;

/// Tells what happens, has happened, or is done by others (« ça disjoncte vers 19h », « ça a lâché
/// le 28 », « les enfants rentrent samedi ») from what is wished.
final class Tales {

  private static final int REACH_OF_TALE = 5;
  private static final int REACH_OF_FAULT = 2;
  private static final int LONG_ENDING = 5;

  private Tales() {}

  /// Whether the words before that lexeme tell.
  static boolean before(Line line, int from) {
    for (int i = from - 1; i >= from - REACH_OF_TALE && !ends(line, i); i--) {
      if (line.isAny(i, Kind.FAULT, Kind.IF_WORKING) || isPerfect(line, i) || isTheirs(line, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a fault is told right after.
  static boolean after(Line line, int to) {
    for (int i = to; i < to + REACH_OF_FAULT && !ends(line, i); i++) {
      if (line.is(i, Kind.FAULT)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(Line line, int i) {
    boolean wish =
        line.isAny(i, Kind.ASKS, Kind.WANT, Kind.APPOINTMENT, Kind.MOVE, Kind.BUT, Kind.AND);
    return i < 0 || i >= line.size() || wish || line.is(i, Kind.SIGN);
  }

  /// « ai écrit », « avait dit »: an auxiliary with a word that the vocabulary does not know and
  /// that ends as participles do.
  private static boolean isPerfect(Line line, int i) {
    if (!line.is(i, Kind.AUXILIARY) || i + 1 >= line.size()) {
      return false;
    }
    Lexeme next = line.lexemes().get(i + 1);
    String text = next.text();
    char last = text.charAt(text.length() - 1);
    return next.senses().isEmpty() && text.length() > 2 && "eistu".indexOf(last) >= 0;
  }

  /// « Les enfants rentrent »: a verb of others, none that the vocabulary knows; no adverb.
  private static boolean isTheirs(Line line, int i) {
    Lexeme word = line.lexemes().get(i);
    String text = word.text();
    return word.senses().isEmpty()
        && text.length() > LONG_ENDING
        && text.endsWith("ent")
        && !text.endsWith("ment");
  }
}
