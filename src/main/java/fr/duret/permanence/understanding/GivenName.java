package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameUnits.Unit;
import java.util.List;
import java.util.Optional;

/// The first name that is called so: « prénom Louis », « Marie-Thérèse de mon prénom ».
///
/// @param from its first word
/// @param to one after its last word
/// @param text as names are written
record GivenName(int from, int to, String text) {

  static Optional<GivenName> in(Message message, Matches matches, NameWords words) {
    return matches.with("NAME:FIRST-AFTER").stream()
        .flatMap(match -> before(message, matches, words, match.from()).stream())
        .findFirst()
        .or(() ->
            matches.with("NAME:FIRST").stream()
                .flatMap(match -> after(message, matches, words, match.to()).stream())
                .findFirst());
  }

  private static Optional<GivenName> after(
      Message message, Matches matches, NameWords words, int from) {
    int to = from;
    while (to < message.size() && isPart(message, words, from, to)) {
      to++;
    }
    return given(message, matches, from, to);
  }

  private static Optional<GivenName> before(
      Message message, Matches matches, NameWords words, int to) {
    int from = to;
    while (from > 0 && words.isFirstName(from - 1) && (from == to || !message.opens(from))) {
      from--;
    }
    return given(message, matches, from, to);
  }

  private static boolean isPart(Message message, NameWords words, int from, int at) {
    return at == from
        ? words.isWord(at) && (words.isFirstName(at) || !words.isPlain(at))
        : !message.opens(at) && (words.isFirstName(at) || NameUnits.isHyphen(message, at));
  }

  private static Optional<GivenName> given(Message message, Matches matches, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    List<Unit> units = NameUnits.of(message, matches, from, to);
    return Optional.of(
        new GivenName(from, to, String.join(" ", units.stream().map(Unit::text).toList())));
  }

  boolean overlaps(NameFound other) {
    return from < other.to() && other.from() < to;
  }
}
