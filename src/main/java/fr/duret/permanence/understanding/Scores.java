package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much speaks for each intent, from 0 to 1, with the best reason.
final class Scores {

  /// One intent's standing.
  record Score(Intent intent, double value, Span span, String reason) {}

  private final Map<Intent, Score> scores = new EnumMap<>(Intent.class);

  /// Raises an intent to a value, unless it stands higher already.
  void raise(Intent intent, double value, Span span, String reason) {
    Score old = scores.get(intent);
    if (old == null || old.value() < value) {
      scores.put(intent, new Score(intent, value, span, reason));
    }
  }

  /// Multiplies what stands for an intent.
  void damp(Intent intent, double factor) {
    scores.computeIfPresent(
        intent, (key, old) -> new Score(key, old.value() * factor, old.span(), old.reason()));
  }

  double of(Intent intent) {
    Score score = scores.get(intent);
    return score == null ? 0 : score.value();
  }

  /// All, best first.
  List<Score> ranked() {
    List<Score> all = new ArrayList<>(scores.values());
    all.sort(Comparator.comparingDouble(Score::value).reversed().thenComparing(Score::intent));
    return all;
  }
}
