package fr.duret.permanence.understanding;

/// The part of the client's text that a reading rests on, in UTF-16 units of the text as given.
///
/// @param start first unit
/// @param end one after the last unit
public record Span(int start, int end) {

  /// The empty span, for what rests on no particular words.
  public static final Span NOWHERE = new Span(0, 0);

  /// Those words of the text.
  public String of(String text) {
    return text.substring(start, end);
  }

  /// Whether two parts share a character.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
