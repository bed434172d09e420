package fr.duret.permanence.emergency;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody of the rota wrote: his words, and the number of the alert that he names (« ok 2
/// »).
///
/// @param plain the words without that number
/// @param number the alert named
record Words(String plain, OptionalInt number) {

  /// One or two words and a number, or the number alone: « j'arrive dans 20 min » names no alert.
  private static final Pattern NUMBERED = Pattern.compile("(?:\\S+\\s+){0,2}?(\\d{1,2})\\W*");

  /// One word: « ok », « oui ». More may tell how things stand where he already is.
  private static final Pattern MERE = Pattern.compile("\\W*[\\p{L}\\p{M}]+\\W*");

  static Words of(String text) {
    String said = text.strip();
    Matcher numbered = NUMBERED.matcher(said);
    if (!numbered.matches()) {
      return unnumbered(said);
    }
    int number = Integer.parseInt(numbered.group(1));
    return new Words(said.substring(0, numbered.start(1)).strip(), OptionalInt.of(number));
  }

  static Words unnumbered(String text) {
    return new Words(text.strip(), OptionalInt.empty());
  }

  /// Whether it cannot be about anything but the question asked last.
  boolean mere() {
    return number.isPresent() || MERE.matcher(plain).matches();
  }
}
