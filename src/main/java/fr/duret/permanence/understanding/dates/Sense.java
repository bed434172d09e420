package fr.duret.permanence.understanding.dates;

/// One sense of a word: its kind and a value whose form the kind decides (a number, a unit,
/// stretches of the day).
///
/// @param number the value as a number, 0 if it is none
record Sense(Kind kind, String value, int number) {

  static Sense of(Kind kind, String value) {
    boolean numeric = !value.isEmpty() && value.matches("-?\\d{1,9}");
    return new Sense(kind, value, numeric ? Integer.parseInt(value) : 0);
  }
}
