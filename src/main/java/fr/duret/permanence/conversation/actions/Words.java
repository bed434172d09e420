package fr.duret.permanence.conversation.actions;

import java.text.Normalizer;
import java.util.Locale;

/// Compares names in what was said, without accents, capitals and hyphens.
final class Words {

  private Words() {}

  /// Whether the text contains the name as whole words; an empty name is contained in nothing.
  static boolean contains(String text, String name) {
    String sought = plain(name);
    return !sought.isBlank() && plain(text).contains(sought);
  }

  /// The name without the short words that it begins with: an article need not be said.
  static String withoutArticle(String name) {
    String bare = name.strip();
    while (bare.matches("\\p{L}{1,3}[' ].+")) {
      bare = bare.replaceFirst("\\p{L}{1,3}[' ]", "").strip();
    }
    return bare;
  }

  static String plain(String text) {
    String letters =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    return letters.isEmpty() ? "" : " " + letters + " ";
  }
}
