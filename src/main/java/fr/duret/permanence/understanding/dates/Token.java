package fr.duret.permanence.understanding.dates;

/// A run of letters, a run of digits, or one sign; folded to lower case without accents, with its
/// place in the text as received.
record Token(Type type, String text, int start, int end) {

  enum Type {
    WORD,
    DIGITS,
    SIGN
  }

  boolean isHyphen() {
    return type == Type.SIGN && text.equals("-");
  }

  /// Whether nothing stands between this and the next token.
  boolean touches(Token next) {
    return end == next.start;
  }
}
