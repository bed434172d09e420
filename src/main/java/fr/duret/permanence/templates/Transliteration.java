package fr.duret.permanence.templates;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes a text in the letters of GSM-7 without changing how it reads: Gaëtan becomes Gaetan.
///
/// Letters of other scripts are kept, because dropping them would lose the meaning; pictographs are
/// dropped, because they carry none that a service message needs.
final class Transliteration {

  private static final Map<Integer, String> SPELT =
      Map.ofEntries(
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '•', "-"),
          Map.entry((int) '°', "o"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '\t', " "));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OPENING = Pattern.compile("«[ \\u00A0\\u202F]");
  private static final Pattern CLOSING = Pattern.compile("[ \\u00A0\\u202F]»");

  private Transliteration() {}

  /// The same text with as few characters outside GSM-7 as can be.
  static String apply(String text) {
    String quoted = CLOSING.matcher(OPENING.matcher(text).replaceAll("\"")).replaceAll("\"");
    StringBuilder out = new StringBuilder(quoted.length());
    Normalizer.normalize(quoted, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> out.append(spell(c)));
    return out.toString();
  }

  private static String spell(int c) {
    String self = Character.toString(c);
    if (Gsm7.writes(self)) {
      return self;
    }
    String spelt = SPELT.get(c);
    if (spelt != null) {
      return spelt;
    }
    if (Character.isEmoji(c) || Character.getType(c) == Character.FORMAT || c == 0xFE0F) {
      return "";
    }
    String bare = MARKS.matcher(Normalizer.normalize(self, Normalizer.Form.NFKD)).replaceAll("");
    return !bare.isEmpty() && Gsm7.writes(bare) ? bare : self;
  }
}
