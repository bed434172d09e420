package fr.duret.permanence.understanding.dates;

/// One sense of a word: its kind and a value whose form the kind decides (a number, a unit,
/// stretches of the day).
///
/// @param number the value as a number, 0 if it is none
record Sense(Kind kind, String value, int number) {

  private static final int MOST_DIGITS = 9;

  static Sense of(Kind kind, String value) {
    return new Sense(kind, value, isNumber(value) ? Integer.parseInt(value) : 0);
  }

  private static boolean isNumber(String value) {
    int first = value.startsWith("-") ? 1 : 0;
    int digits = value.length() - first;
    for (int i = first; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return digits >= 1 && digits <= MOST_DIGITS;
  }
}
