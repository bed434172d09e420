package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.understanding.Finding;
import java.util.regex.Pattern;

/// Tells a commune from a street that is called after one: « 12 route de Thônes ».
final class StreetNames {

  /// A number, one word, and a short one that joins it to a name.
  private static final Pattern LEADS_TO_NAME =
      Pattern.compile(
          "(?iu)\\d{1,4}\\W+(?:[a-z]{3}\\W+)?\\p{L}+\\W+d\\p{L}{0,2}\\W+(?:l\\p{L}?\\W+)?$");

  private StreetNames() {}

  /// Whether the commune found stands in the name of a street.
  static boolean names(String text, Finding<String> commune) {
    return LEADS_TO_NAME.matcher(text.substring(0, commune.span().start())).find();
  }
}
