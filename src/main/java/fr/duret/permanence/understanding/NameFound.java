package fr.duret.permanence.understanding;

import java.util.Optional;

/// A name in a message, before it is decided whose it is.
///
/// @param from its first word, without civility
/// @param to one after its last word
/// @param vouched whether the words themselves or what stands before them tell that it is a name
/// @param reason what told
record NameFound(int from, int to, PersonName name, boolean vouched, String reason) {

  /// The same, not vouched for.
  NameFound doubted() {
    return new NameFound(from, to, name, false, reason);
  }

  /// Whether this says more of the same person: « Viry, Patrick Viry ».
  boolean completes(PersonName other) {
    if (name.first().isEmpty() || name.last().isEmpty()) {
      return false;
    }
    boolean sameLast = other.last().isPresent() && same(name.last(), other.last());
    boolean sameFirst =
        other.last().isEmpty()
            ? same(name.first(), other.first())
            : other.first().isEmpty() && same(name.first(), other.last());
    return (sameLast && other.first().isEmpty()) || sameFirst;
  }

  /// Whether this names nobody else.
  boolean isWithin(PersonName other) {
    return isIn(name.first(), other) && isIn(name.last(), other);
  }

  private static boolean isIn(Optional<String> part, PersonName other) {
    return part.isEmpty() || same(part, other.first()) || same(part, other.last());
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.map(Fold::text).equals(other.map(Fold::text));
  }
}
