package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// A word or phrase of the text with its senses; none for a word that the vocabulary does not know.
///
/// @param text the folded text, of a phrase its words joined by spaces
/// @param glued whether it follows its predecessor without a space
/// @param repaired whether it was recognised in spite of a typing error
record Lexeme(String text, Senses senses, int start, int end, boolean glued, boolean repaired) {

  @Nullable Sense sense(Kind kind) {
    return senses.of(kind);
  }

  boolean is(Kind kind) {
    return senses.kinds().has(kind);
  }

  /// Whether it has a sense of one of these.
  boolean isAny(Kinds kinds) {
    return senses.kinds().meets(kinds);
  }

  boolean isSign(String sign) {
    return is(Kind.SIGN) && text.equals(sign);
  }
}
