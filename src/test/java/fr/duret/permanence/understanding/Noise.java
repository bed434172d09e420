package fr.duret.permanence.understanding;

import java.util.List;
import java.util.Random;

/// Texts of any sort: pieces of French, of other languages, of HTML, emojis, control characters,
/// broken surrogates, joined and mutilated, up to 1,600 characters and sometimes more.
final class Noise {

  private static final List<String> PIECES =
      List.of(
          "je voudrais un rdv mardi matin svp",
          "la 2",
          "plus de courant dans toute la maison",
          "c'est Mme Favre à Seynod",
          "M. et Mme",
          "je m'appelle",
          "<p onclick=\"x()\">Bonjour&nbsp;</p><!-- -->",
          "{{{name}}} ${jndi:ldap://x}",
          "👍🏽👩‍👩‍👧‍👦🔥❌",
          "\uD83D",
          "\uDE00",
          "\u0000\u0007\u200B\u202E\uFEFF",
          "нужен электрик срочно",
          "電気が来ません",
          "أحتاج إلى كهربائي",
          "ich brauche einen Termin",
          "e\u0301lectricite\u0301 œuvre ß Ÿ",
          "31/02/2027 25h99 14:30 06.12.34.56.78 99999999999999999999",
          "l'l'l'l'd'd'",
          "........,,,,,;;;;??!!",
          "aucun ni l'un ni l'autre sauf le 2 ou le 3",
          "\n\r\t \u00A0\u202F",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "ca sen le brulé ds le tablo mais c'etait le gateau");

  private static final int USUAL = 160;
  private static final int LONG = 1_600;

  private final Random random;

  Noise(Random random) {
    this.random = random;
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(50) == 0 ? LONG + random.nextInt(LONG) : random.nextInt(USUAL);
    while (text.length() < length) {
      text.append(PIECES.get(random.nextInt(PIECES.size())))
          .append(random.nextBoolean() ? " " : "");
    }
    for (int i = random.nextInt(8); i > 0 && !text.isEmpty(); i--) {
      mutilate(text);
    }
    return text.toString();
  }

  private void mutilate(StringBuilder text) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.setCharAt(at, (char) random.nextInt(Character.MAX_VALUE + 1));
      default -> text.insert(at, (char) (' ' + random.nextInt(95)));
    }
  }
}
