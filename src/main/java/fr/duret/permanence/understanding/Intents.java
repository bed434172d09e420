package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Ranks what a client may want: sharp turns of phrase and nearest examples of each sentence, then
/// what the other readers found, seen from the question that was asked.
final class Intents {

  private static final String PREFIX = "INTENT:";
  private static final String BOOKING = PREFIX + Intent.BOOK;
  private static final Set<String> NEGATIONS = Set.of("pas", "plus", "jamais");

  /// Weights of cues are tenths of certainty; even the best is short of it.
  private static final double FULL_WEIGHT = 12.5;

  private static final double BEST_CUE = 0.96;

  private static final double TRUST_IN_EXAMPLES = 0.85;

  /// A turn of phrase alone is sure only if it is a sharp one or some example resembles the text.
  private static final double BACKING = 0.2;

  private static final int SHARP = 11;
  private static final double UNBACKED = 0.71;
  private static final double LONGEST_WHOLE = 25;

  /// From here on an intent counts as said.
  private static final double SAID = 0.45;

  private static final double SURE = 0.72;
  private static final double LIKELY = 0.5;
  private static final double SURE_LEAD = 0.2;
  private static final double LIKELY_LEAD = 0.05;
  private static final double WORTH_SAYING = 0.3;
  private static final int MOST = 3;

  /// What people write around what they want.
  private static final Set<Intent> MINOR =
      EnumSet.of(Intent.GREETING, Intent.THANKS, Intent.IDENTITY);

  private final Neighbours neighbours;

  Intents(Vocabulary vocabulary) {
    neighbours = new Neighbours(vocabulary.examples(), vocabulary.entries());
  }

  /// The readings, best first.
  List<Finding<Intent>> rank(Message message, Evidence evidence, Context context) {
    Scores scores = new Scores();
    int from = 0;
    int sentences = 0;
    for (int i = 1; i <= message.size(); i++) {
      if (i == message.size() || message.word(i).sentence() != message.word(from).sentence()) {
        score(scores, message, from, i, evidence.matches().all());
        from = i;
        sentences++;
      }
    }
    if (sentences > 1 && message.size() <= LONGEST_WHOLE) {
      score(scores, message, 0, message.size(), List.of());
    }
    new Situation(message, evidence, context, scores).apply();
    return findings(scores);
  }

  private void score(Scores scores, Message message, int from, int to, List<Match> matches) {
    Map<Intent, Match> cues = strongestCues(message, matches, from, to);
    Neighbours.Nearness near = neighbours.of(message, from, to);
    for (Intent intent : Intent.values()) {
      double examples = near.of(intent) * TRUST_IN_EXAMPLES;
      Match cue = cues.get(intent);
      if (cue != null) {
        double told = Math.min(cue.pattern().weight() / FULL_WEIGHT, BEST_CUE);
        double both = 1 - (1 - examples) * (1 - told);
        boolean backed = examples >= BACKING || cue.pattern().weight() >= SHARP;
        double value = backed ? both : Math.min(both, UNBACKED);
        scores.raise(intent, value, message.span(from, to), cue.pattern().line());
      } else if (examples >= WORTH_SAYING / 2) {
        scores.raise(intent, examples, message.span(from, to), "near an example");
      }
    }
  }

  /// « Je ne souhaite pas de visite »: a wish with a « pas » amid its words is none.
  private static boolean isDenied(Message message, Match match) {
    return match.label().equals(BOOKING)
        && IntStream.range(match.from(), match.to())
            .anyMatch(i -> NEGATIONS.contains(message.text(i)))
        && NEGATIONS.stream().noneMatch(match.pattern().line()::contains);
  }

  private static Map<Intent, Match> strongestCues(
      Message message, List<Match> matches, int from, int to) {
    Map<Intent, Match> cues = new EnumMap<>(Intent.class);
    for (Match match : matches) {
      boolean inside = match.from() >= from && match.to() <= to;
      if (inside && match.label().startsWith(PREFIX) && !isDenied(message, match)) {
        cues.merge(
            Intent.valueOf(match.label().substring(PREFIX.length())), match, Intents::stronger);
      }
    }
    return cues;
  }

  private static Match stronger(Match one, Match other) {
    return other.pattern().weight() > one.pattern().weight() ? other : one;
  }

  private static List<Finding<Intent>> findings(Scores scores) {
    List<Scores.Score> ranked = scores.ranked();
    boolean said =
        ranked.stream()
            .anyMatch(s ->
                !MINOR.contains(s.intent()) && s.intent() != Intent.OTHER && s.value() >= SAID);
    List<Scores.Score> kept =
        ranked.stream().filter(s -> !said || !MINOR.contains(s.intent())).toList();
    List<Finding<Intent>> found = new ArrayList<>();
    for (int i = 0; i < kept.size() && found.size() < MOST; i++) {
      Scores.Score score = kept.get(i);
      if (score.value() >= WORTH_SAYING) {
        double next = i + 1 < kept.size() ? kept.get(i + 1).value() : 0;
        double lead = i == 0 ? score.value() - next : 0;
        found.add(
            new Finding<>(
                score.intent(), confidence(score.value(), lead), score.span(), score.reason()));
      }
    }
    if (found.isEmpty() || kept.getFirst().value() < SAID) {
      found.addFirst(
          new Finding<>(Intent.OTHER, Confidence.UNSURE, Span.NOWHERE, "nothing near enough"));
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private static Confidence confidence(double value, double lead) {
    if (value >= SURE && lead >= SURE_LEAD) {
      return Confidence.SURE;
    }
    return value >= LIKELY && lead >= LIKELY_LEAD ? Confidence.LIKELY : Confidence.UNSURE;
  }
}
