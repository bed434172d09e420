package fr.duret.permanence.understanding.dates;

import java.util.List;

/// One way to understand the text.
///
/// @param when the meaning
/// @param spans where in the text it was said, in order
/// @param reason the rules and assumptions that led here, for logs and for Claire's screen (English
///   identifiers, not for clients)
/// @param confidence from 0 (a guess) to 1; from [Reading#SURE] on it may be acted upon without
///   asking
public record Hypothesis(When when, List<Span> spans, String reason, double confidence) {

  /// Copies the list.
  public Hypothesis {
    spans = List.copyOf(spans);
  }
}
