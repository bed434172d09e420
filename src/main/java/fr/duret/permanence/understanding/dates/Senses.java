package fr.duret.permanence.understanding.dates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The senses of a word, in the order of the vocabulary.
record Senses(List<Sense> all, Kinds kinds) {

  /// Those of a word that the vocabulary does not know.
  static final Senses NONE = of(List.of());

  static Senses of(List<Sense> all) {
    return new Senses(
        List.copyOf(all), Kinds.of(all.stream().map(Sense::kind).toArray(Kind[]::new)));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// The first sense of that kind, or null.
  @Nullable Sense of(Kind kind) {
    if (kinds.has(kind)) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).kind() == kind) {
          return all.get(i);
        }
      }
    }
    return null;
  }

  /// Whether the first sense is of one of these kinds.
  boolean beginWith(Kinds these) {
    return !all.isEmpty() && these.has(all.getFirst().kind());
  }
}
