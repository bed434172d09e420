package fr.duret.permanence.understanding.dates;

import java.util.List;

/// What a text says about time: hypotheses, best first. No hypothesis, or one of [When#NONE] with a
/// low confidence (there were words of time that no rule understood), when it says nothing.
public record Reading(List<Hypothesis> hypotheses) {

  /// From this confidence on a hypothesis may be acted upon; below, say what was understood and
  /// ask.
  public static final double SURE = 0.75;

  /// Copies the list.
  public Reading {
    hypotheses = List.copyOf(hypotheses);
  }

  /// Whether the text says nothing about time, as far as it was understood.
  public boolean isEmpty() {
    return best().isNone();
  }

  /// The best hypothesis' meaning; [When#NONE] if there is none.
  public When best() {
    return hypotheses.isEmpty() ? When.NONE : hypotheses.getFirst().when();
  }

  /// The best hypothesis' confidence; 1 if the text says nothing about time.
  public double confidence() {
    return hypotheses.isEmpty() ? 1 : hypotheses.getFirst().confidence();
  }

  /// Whether the best hypothesis may be acted upon without asking: likely enough, and no question
  /// itself.
  public boolean isSure() {
    return confidence() >= SURE && !best().mustAsk();
  }
}
