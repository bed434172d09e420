package fr.duret.permanence.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The numbers of alerts in what somebody of the rota wrote. Minutes, houses and telephones are
/// none: whoever writes « j'arrive dans 20 min » must not find himself with alert 20.
final class AlertNumbers {

  /// A number that may name an alert.
  ///
  /// @param firm whether it can hardly be anything else: « le 5 », « ok 5 »
  record Found(int value, int start, int end, boolean firm) {}

  private static final Pattern PHONE =
      Pattern.compile("(?:\\+33\\s?|\\b0)[1-9](?:[\\s.-]?\\d\\d){4}\\b");

  /// Up to three digits that nothing longer contains; the letters that stick to them are read too.
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d])(?<!\\d:)(\\d{1,3})(?!\\d|:\\d)(\\p{L}*)");

  /// « 10-15 min », « 1,5 km », « 1/4 h ».
  private static final Pattern SPAN = Pattern.compile("\\s*[-/]\\s*|[,.]");

  private final String text;
  private final RotaVocabulary vocabulary;

  private AlertNumbers(String text, RotaVocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  /// Those in that text, in order.
  static List<Found> in(String text, RotaVocabulary vocabulary) {
    String bare = PHONE.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    return new AlertNumbers(bare, vocabulary).found();
  }

  private List<Found> found() {
    List<MatchResult> all = NUMBER.matcher(text).results().toList();
    List<Found> found = new ArrayList<>();
    boolean measured = false;
    boolean firm = false;
    for (int i = 0; i < all.size(); i++) {
      boolean spans = i > 0 && isSpan(between(all, i - 1));
      measured = (measured && spans) || measures(all, i);
      firm = !measured && (isNamed(all.get(i)) || (firm && joins(all, i - 1)));
      if (!measured) {
        MatchResult one = all.get(i);
        found.add(new Found(Integer.parseInt(one.group(1)), one.start(1), one.end(1), firm));
      }
    }
    return found;
  }

  /// Whether that one counts something, or leads to one that does: « 10 à 15 min ».
  private boolean measures(List<MatchResult> all, int index) {
    MatchResult one = all.get(index);
    String before = text.substring(0, one.start(1));
    boolean counts = vocabulary.measures(before, text.substring(one.end(1)));
    boolean more = index + 1 < all.size();
    if (vocabulary.counts(before)) {
      counts = !more || !joins(all, index);
    }
    return counts
        || !one.group(2).isEmpty()
        || (more && isSpan(between(all, index)) && measures(all, index + 1));
  }

  private boolean isNamed(MatchResult one) {
    String before = text.substring(0, one.start(1));
    return before.isBlank() || vocabulary.names(before);
  }

  private boolean isSpan(String between) {
    return SPAN.matcher(between).matches() || vocabulary.spans(between);
  }

  /// Whether the next one is told in the same breath: « le 5 et 16 ».
  private boolean joins(List<MatchResult> all, int index) {
    return vocabulary.joins(between(all, index));
  }

  private String between(List<MatchResult> all, int index) {
    return text.substring(all.get(index).end(1), all.get(index + 1).start(1));
  }
}
