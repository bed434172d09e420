package fr.duret.permanence.conversation.actions;

import java.util.regex.Pattern;

/// Tells words that a person could make sense of from keys hit at random.
final class Sentences {

  /// A run of letters with a vowel in it, short enough to be a word.
  private static final Pattern WORD =
      Pattern.compile("(?iu)\\b(?=\\p{L}{2,15}\\b)\\p{L}*[aeiouyàâéèêëîïôöûüù]\\p{L}*\\b");

  /// Fewer words than these are no message yet.
  private static final int ENOUGH = 3;

  private Sentences() {}

  /// Whether a text has enough words to be passed to a person.
  static boolean saysSomething(String text) {
    return WORD.matcher(text).results().limit(ENOUGH).count() == ENOUGH;
  }
}
