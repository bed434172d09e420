package fr.duret.permanence.templates;

/// What a text message costs: its alphabet, its length in that alphabet, its segments.
///
/// Figures of GSM 03.38/03.40: 160 septets alone or 153 a segment in GSM-7; 70 UTF-16 units alone
/// or 67 a segment in UCS-2, which a single character outside GSM-7 imposes on the whole message.
public final class Sms {

  /// The alphabet in which a message travels.
  public enum Encoding {
    /// Seven bits a character.
    GSM_7(160, 153),
    /// Sixteen bits a character.
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  private Sms() {}

  /// The alphabet that the text needs.
  public static Encoding encoding(String text) {
    return Gsm7.writes(text) ? Encoding.GSM_7 : Encoding.UCS_2;
  }

  /// Its length in units of its alphabet: septets in GSM-7, UTF-16 units in UCS-2.
  public static int length(String text) {
    Encoding encoding = encoding(text);
    return text.codePoints().map(c -> units(c, encoding)).sum();
  }

  /// How many segments are paid for it; an empty message is one.
  public static int segments(String text) {
    Encoding encoding = encoding(text);
    if (length(text) <= encoding.alone) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int units = units(c, encoding);
      // An escape pair or a surrogate pair is never cut between two segments.
      if (used + units > encoding.joined) {
        segments++;
        used = 0;
      }
      used += units;
    }
    return segments;
  }

  /// The text written in GSM-7 letters as far as possible: août → aout, ’ → ', … → ..., œ → oe.
  public static String transliterate(String text) {
    return Transliteration.apply(text);
  }

  /// The `sms` filter: the text itself, or its transliteration when that saves a segment. Names of
  /// persons are transliterated before, in every text.
  public static String fit(String text) {
    if (encoding(text) == Encoding.GSM_7) {
      return text;
    }
    String plain = transliterate(text);
    return segments(plain) < segments(text) ? plain : text;
  }

  private static int units(int codePoint, Encoding encoding) {
    return switch (encoding) {
      case GSM_7 -> Gsm7.septets((char) codePoint);
      case UCS_2 -> Character.charCount(codePoint);
    };
  }
}
