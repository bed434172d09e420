package fr.duret.permanence.understanding;

import java.util.Optional;

/// Finds the street that somebody lives in: a number, a sort of street and its name (« 8 rue Carnot
/// »), or what stands for it in a village (« le chef-lieu », « hameau des Frasses »). Without it, a
/// number that picks nothing and a commune where nobody lives would be read.
final class Streets {

  /// No street's name has more words.
  private static final int LONGEST = 6;

  private static final String STREET = "NAME:STREET";

  private Streets() {}

  /// So few words may be no more than the name of a hamlet.
  private static final int FEW_WORDS = 4;

  /// Sure behind a number, likely by its sort alone, unsure if it is merely a strange name in very
  /// few words.
  static Optional<Finding<String>> in(Message message, Matches matches) {
    return matches.with(STREET).stream()
        .flatMap(match -> numbered(message, matches, match).stream())
        .findFirst()
        .or(() ->
            matches.with("NAME:HAMLET").stream()
                .findFirst()
                .map(match ->
                    found(
                        message,
                        match.from(),
                        end(message, matches, match.to()),
                        Confidence.LIKELY)))
        .or(() ->
            isStrange(message)
                ? Optional.of(found(message, 0, message.size(), Confidence.UNSURE))
                : Optional.empty());
  }

  private static Optional<Finding<String>> numbered(Message message, Matches matches, Match match) {
    int at = match.from() - 1;
    if (at > 0 && matches.at("NAME:BIS", at)) {
      at--;
    }
    boolean numbered =
        at >= 0
            && Numbers.digits(message.text(at).replaceAll("\\D.*", "")) >= 0
            && message.word(at).sentence() == message.word(match.from()).sentence();
    if (!numbered) {
      return Optional.empty();
    }
    int to = end(message, matches, match.from() + 1);
    Span span = message.span(at, to);
    return Optional.of(
        new Finding<>(span.of(message.source()), Confidence.SURE, span, match.pattern().line()));
  }

  private static Finding<String> found(Message message, int from, int to, Confidence confidence) {
    Span span = message.span(from, to);
    return new Finding<>(span.of(message.source()), confidence, span, "a hamlet");
  }

  /// « Les Granges », « la Croix Fry »; not « la dernière ».
  private static boolean isStrange(Message message) {
    if (message.size() == 0 || message.size() > FEW_WORDS) {
      return false;
    }
    for (int i = 0; i < message.size(); i++) {
      boolean word = Character.isLetter(message.word(i).raw().charAt(0));
      boolean name = !message.written(i).isCommon() || (i > 0 && message.capital(i));
      if (word && name) {
        return true;
      }
    }
    return false;
  }

  /// The name goes on over small words, and over one ordinary word if it is the first.
  private static int end(Message message, Matches matches, int from) {
    int to = from;
    int names = 0;
    while (to < message.size() && to - from < LONGEST && !message.opens(to)) {
      boolean small = matches.at("NAME:PARTICLE", to) || matches.at("NAME:SMALL", to);
      boolean plain = message.written(to).isCommon() && !message.capital(to);
      if (names > 0 && plain && !(small && leadsOn(message, to))) {
        break;
      }
      names += small ? 0 : 1;
      to++;
    }
    return Math.max(to, Math.min(from, message.size()));
  }

  private static boolean leadsOn(Message message, int small) {
    int next = small + 1;
    return next < message.size()
        && !message.opens(next)
        && (message.capital(next) || !message.written(next).isCommon())
        && Numbers.digits(message.text(next)) < 0;
  }

  /// The text with that street blanked out; everything else stays in its place.
  static String without(String text, Finding<String> street) {
    Span span = street.span();
    return text.substring(0, span.start())
        + ",".repeat(span.end() - span.start())
        + text.substring(span.end());
  }
}
