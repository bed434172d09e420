package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Step;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds which of a question's numbered answers a text means.
final class ChoiceMatch {

  /// Shorter words forgive no typing error: too many others are one letter away.
  private static final int FORGIVING = 6;

  /// « le 1 svp » is the key, « le 1 décembre vers 10 h » is not.
  private static final int MOST_WORDS_AROUND_A_KEY = 2;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ChoiceMatch() {}

  /// The one answer that the text means; empty if it means none or several.
  ///
  /// @param asked whether the text answers the question, so that a bare key counts
  static Optional<Step.Choice> find(List<Step.Choice> choices, String text, boolean asked) {
    List<String> words = words(text);
    if (asked) {
      Optional<Step.Choice> byKey = only(choices, choice -> isKey(words, choice.key()));
      if (byKey.isPresent()) {
        return byKey;
      }
    }
    return only(
        choices, choice -> choice.words().stream().anyMatch(phrase -> says(words, words(phrase))));
  }

  private static Optional<Step.Choice> only(
      List<Step.Choice> choices, Predicate<Step.Choice> meant) {
    List<Step.Choice> found = choices.stream().filter(meant).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isKey(List<String> words, String key) {
    return words.size() <= MOST_WORDS_AROUND_A_KEY + 1
        && words.contains(words(key).isEmpty() ? key : words(key).getFirst());
  }

  private static boolean says(List<String> words, List<String> phrase) {
    for (int start = 0; start + phrase.size() <= words.size(); start++) {
      boolean all = !phrase.isEmpty();
      for (int i = 0; i < phrase.size() && all; i++) {
        all = same(words.get(start + i), phrase.get(i));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String word, String wanted) {
    return word.equals(wanted)
        || word.equals(wanted + "s")
        || (wanted.length() >= FORGIVING && nearly(word, wanted));
  }

  /// One letter wrong, missing, too many, or two neighbours swapped.
  private static boolean nearly(String word, String wanted) {
    int start = 0;
    int shorter = Math.min(word.length(), wanted.length());
    while (start < shorter && word.charAt(start) == wanted.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && word.charAt(word.length() - 1 - end) == wanted.charAt(wanted.length() - 1 - end)) {
      end++;
    }
    String left = word.substring(start, word.length() - end);
    String right = wanted.substring(start, wanted.length() - end);
    return (left.length() <= 1 && right.length() <= 1)
        || (left.length() == 2 && new StringBuilder(left).reverse().toString().equals(right));
  }

  static List<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
