package fr.duret.permanence.understanding;

/// Where a pattern was found.
///
/// @param pattern which
/// @param from its first word
/// @param to one after its last word
record Match(Pattern pattern, int from, int to) {

  String label() {
    return pattern.label();
  }

  int length() {
    return to - from;
  }

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }

  boolean covers(Match other) {
    return from <= other.from && other.to <= to;
  }
}
