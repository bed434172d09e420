package fr.duret.permanence.understanding.dates;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A word or phrase of the text with its senses; none for a word that the vocabulary does not know.
///
/// @param text the folded text, of a phrase its words joined by spaces
/// @param glued whether it follows its predecessor without a space
/// @param repaired whether it was recognised in spite of a typing error
record Lexeme(
    String text, List<Sense> senses, int start, int end, boolean glued, boolean repaired) {

  @Nullable Sense sense(Kind kind) {
    for (int i = 0; i < senses.size(); i++) {
      if (senses.get(i).kind() == kind) {
        return senses.get(i);
      }
    }
    return null;
  }

  boolean is(Kind kind) {
    return sense(kind) != null;
  }

  /// Whether its only sense is one of these.
  boolean isAny(Set<Kind> kinds) {
    return senses.size() == 1 && kinds.contains(senses.getFirst().kind());
  }

  boolean isSign(String sign) {
    return is(Kind.SIGN) && text.equals(sign);
  }
}
