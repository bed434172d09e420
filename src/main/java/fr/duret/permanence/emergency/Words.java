package fr.duret.permanence.emergency;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody of the rota wrote: his words, and the numbers of the alerts that he names (« ok 2
/// », « ok 13 et 14 »).
///
/// @param plain the words without those numbers
/// @param numbers the alerts named
record Words(String plain, List<Integer> numbers) {

  /// A few words and numbers, or numbers alone: « j'arrive dans 20 min » names no alert.
  private static final Pattern NUMBERED =
      Pattern.compile("((?:\\S+\\s+){0,3}?)(\\d{1,3}(?:\\W+(?:\\p{L}{1,2}\\W+)?\\d{1,3})*)\\W*");

  /// « 16 terminé », « alerte 16 : c'est fini ».
  private static final Pattern LEADING =
      Pattern.compile("((?:\\S+\\s+){0,2}?)(\\d{1,3})\\b\\W*(\\p{L}.*)", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final Pattern WORD = Pattern.compile("\\S+");

  /// « Je m'en occupe », « je ne peux pas »: so few words say nothing of where he is already.
  private static final int FEW_TO_TAKE = 3;

  private static final int FEW_TO_PASS = 4;

  /// @param vocabulary tells numbers of alerts from minutes and houses
  static Words of(String text, RotaVocabulary vocabulary) {
    String said = text.strip();
    Matcher numbered = NUMBERED.matcher(said);
    if (numbered.matches()) {
      return vocabulary.measures(numbered.group(1), "")
          ? unnumbered(said)
          : new Words(numbered.group(1).strip(), numbers(numbered.group(2)));
    }
    Matcher leading = LEADING.matcher(said);
    if (!leading.matches() || vocabulary.measures(leading.group(1), leading.group(3))) {
      return unnumbered(said);
    }
    return new Words(leading.group(1) + leading.group(3), numbers(leading.group(2)));
  }

  private static List<Integer> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> Integer.parseInt(found.group())).toList();
  }

  static Words unnumbered(String text) {
    return new Words(text.strip(), List.of());
  }

  /// Whether a yes cannot be about anything but the question asked last.
  boolean mereYes() {
    return isFew(FEW_TO_TAKE);
  }

  /// Whether a no cannot be about anything but the question asked last.
  boolean mereNo() {
    return isFew(FEW_TO_PASS);
  }

  private boolean isFew(int words) {
    return !numbers.isEmpty() || WORD.matcher(plain).results().count() <= words;
  }
}
