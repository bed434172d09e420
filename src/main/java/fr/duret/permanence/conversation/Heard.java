package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Understood;
import java.util.regex.Pattern;

/// What was said and what it means.
///
/// @param text the turn's messages, joined by line ends in their order
/// @param meaning what `understanding` read in it
public record Heard(String text, Understood meaning) {

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");

  /// Whether there is not one letter or digit in it: « ? », « … ».
  boolean wordless() {
    return !WORDS.matcher(text).find();
  }

  /// Whether it says something that a visit needs: when, where, for whom or what for.
  public boolean tells() {
    return !meaning.dates().isEmpty()
        || !meaning.communes().isEmpty()
        || meaning.name().filter(found -> found.confidence().atLeast(Confidence.LIKELY)).isPresent()
        || meaning.motive().isPresent();
  }
}
