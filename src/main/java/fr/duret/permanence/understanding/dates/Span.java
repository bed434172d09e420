package fr.duret.permanence.understanding.dates;

/// A stretch of the text as it was received: character indexes, `end` not included.
public record Span(int start, int end) {

  /// The words themselves.
  public String in(String text) {
    return text.substring(start, end);
  }
}
