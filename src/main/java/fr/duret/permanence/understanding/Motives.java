package fr.duret.permanence.understanding;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells what a visit is for: the kind whose words weigh most.
final class Motives {

  private static final String PREFIX = "MOTIVE:";

  /// From this weight on the words are plain.
  private static final int PLAIN = 5;

  /// So much more than the next kind makes it sure.
  private static final int LEAD = 2;

  /// When two kinds weigh the same, the one asked for in so many words wins over what it is about.
  private static final List<Motive> ORDER =
      List.of(
          Motive.QUOTE_VISIT,
          Motive.REPAIR,
          Motive.SPECIALISED,
          Motive.MAINTENANCE,
          Motive.SMALL_WORKS);

  private static final Comparator<Motive> EARLIER =
      Comparator.comparingInt((Motive motive) -> ORDER.indexOf(motive)).reversed();

  private Motives() {}

  /// The plainest, and after it another one that is told apart from it by an « et aussi ».
  static List<Finding<Motive>> read(Message message, Matches matches) {
    Optional<Finding<Motive>> first = plainest(message, matches);
    return first
        .map(motive ->
            Stream.concat(Stream.of(motive), another(message, matches, motive).stream()).toList())
        .orElse(List.of());
  }

  private static Optional<Finding<Motive>> another(
      Message message, Matches matches, Finding<Motive> first) {
    return matches.all().stream()
        .filter(match -> match.label().startsWith(PREFIX) && weight(match) >= PLAIN)
        .filter(match -> motive(match) != first.value())
        .filter(match -> isApart(message, matches, first.span(), match))
        .max(Comparator.comparingInt(Motives::weight))
        .map(match ->
            new Finding<>(
                motive(match),
                Confidence.LIKELY,
                message.span(match.from(), match.to()),
                match.pattern().line()));
  }

  /// Whether a word that adds something stands between the two.
  private static boolean isApart(Message message, Matches matches, Span first, Match other) {
    Span second = message.span(other.from(), other.to());
    int from = Math.min(first.end(), second.end());
    int to = Math.max(first.start(), second.start());
    return matches.with("ALSO").stream()
        .map(also -> message.span(also.from(), also.to()))
        .anyMatch(also -> also.start() >= from && also.end() <= to);
  }

  private static Motive motive(Match match) {
    return Motive.valueOf(match.label().substring(PREFIX.length()));
  }

  private static Optional<Finding<Motive>> plainest(Message message, Matches matches) {
    Map<Motive, Match> heaviest = new EnumMap<>(Motive.class);
    for (Match match : matches.all()) {
      if (match.label().startsWith(PREFIX)) {
        Motive motive = motive(match);
        heaviest.merge(motive, match, (a, b) -> weight(b) > weight(a) ? b : a);
      }
    }
    return heaviest.keySet().stream()
        .max(Comparator.comparingInt((Motive m) -> weight(heaviest, m)).thenComparing(EARLIER))
        .map(motive -> finding(message, motive, heaviest));
  }

  private static int weight(Match match) {
    return match.pattern().weight();
  }

  private static int weight(Map<Motive, Match> heaviest, Motive motive) {
    Match match = heaviest.get(motive);
    return match == null ? 0 : weight(match);
  }

  private static Finding<Motive> finding(
      Message message, Motive motive, Map<Motive, Match> heaviest) {
    Match match = Objects.requireNonNull(heaviest.get(motive));
    int next =
        ORDER.stream()
            .filter(other -> other != motive)
            .mapToInt(other -> weight(heaviest, other))
            .max()
            .orElse(0);
    return new Finding<>(
        motive,
        confidence(weight(match), next),
        message.span(match.from(), match.to()),
        match.pattern().line());
  }

  private static Confidence confidence(int weight, int next) {
    if (weight < PLAIN) {
      return Confidence.UNSURE;
    }
    return weight - next >= LEAD ? Confidence.SURE : Confidence.LIKELY;
  }
}
