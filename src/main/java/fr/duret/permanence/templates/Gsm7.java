package fr.duret.permanence.templates;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The alphabet of GSM 03.38: one septet for a basic character, two for one of the extension table.
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private Gsm7() {}

  /// The septets one UTF-16 unit takes: 1, 2, or 0 when it cannot be written in this alphabet.
  static int septets(char c) {
    if (BASIC.indexOf(c) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
  }

  /// Whether every character of the text can be written in this alphabet.
  static boolean writes(String text) {
    return text.chars().allMatch(c -> septets((char) c) > 0);
  }

  /// The distinct characters of the text that this alphabet lacks, in order.
  static String lacks(String text) {
    return IntStream.range(0, text.length())
        .mapToObj(text::charAt)
        .filter(c -> septets(c) == 0)
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
