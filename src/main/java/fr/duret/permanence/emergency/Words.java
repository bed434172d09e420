package fr.duret.permanence.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What somebody of the rota wrote, or a part of it: his words, and the alerts that he names (« ok
/// 2 », « je prends le 13 et le 14 », « je m'occupe du reste »).
///
/// @param plain the words without those numbers
/// @param numbers the alerts named
/// @param unknown numbers that plainly name alerts, though there are none such
/// @param rest whether he means all that wait besides
record Words(String plain, List<Integer> numbers, List<Integer> unknown, boolean rest) {

  private static final Pattern WORD = Pattern.compile("\\S+");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// Ends a clause.
  private static final Pattern END = Pattern.compile("[,;.!?\\n]+(?!\\d)");

  /// « Je m'en occupe », « je ne peux pas »: so few words say nothing of where he is already.
  private static final int FEW_TO_TAKE = 3;

  private static final int FEW_TO_PASS = 4;

  Words {
    numbers = List.copyOf(numbers);
    unknown = List.copyOf(unknown);
  }

  /// @param vocabulary tells numbers of alerts from minutes and houses
  /// @param known the numbers of the alerts that he may mean
  static Words of(String text, RotaVocabulary vocabulary, Set<Integer> known) {
    List<Integer> numbers = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int end = 0;
    for (AlertNumbers.Found found : AlertNumbers.in(text, vocabulary)) {
      boolean names = known.contains(found.value());
      if (names || (found.firm() && !vocabulary.isService(found.value()))) {
        (names ? numbers : unknown).add(found.value());
        plain.append(text, end, found.start());
        end = found.end();
      }
    }
    String words = SPACES.matcher(plain.append(text.substring(end))).replaceAll(" ").strip();
    return new Words(words, numbers, unknown, vocabulary.meansRest(words));
  }

  /// The clauses of that text, each of which may say something else of other alerts.
  static List<String> clauses(String text, RotaVocabulary vocabulary) {
    return END.splitAsStream(text)
        .flatMap(clause -> vocabulary.turns(clause).stream())
        .filter(clause -> !clause.isBlank())
        .toList();
  }

  /// Whether they name an alert at all.
  boolean name() {
    return !numbers.isEmpty() || !unknown.isEmpty() || rest;
  }

  /// Those of a part: a number that is none in the whole text is none here either.
  Words within(Words whole) {
    return new Words(
        plain, numbers.stream().filter(whole.numbers::contains).toList(), List.of(), rest);
  }

  /// Whether a yes cannot be about anything but the question asked last.
  boolean mereYes() {
    return isFew(FEW_TO_TAKE);
  }

  /// Whether a no cannot be about anything but the question asked last.
  boolean mereNo() {
    return isFew(FEW_TO_PASS);
  }

  /// Whether there is hardly a word but the number.
  boolean isBare() {
    return count() < FEW_TO_TAKE;
  }

  private boolean isFew(int words) {
    return !numbers.isEmpty() || count() <= words;
  }

  private long count() {
    return WORD.matcher(plain).results().count();
  }
}
