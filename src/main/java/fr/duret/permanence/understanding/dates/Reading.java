package fr.duret.permanence.understanding.dates;

import java.util.List;

/// What a text says about time: hypotheses, best first. Empty when it says nothing.
public record Reading(List<Hypothesis> hypotheses) {

  /// From this confidence on a hypothesis may be acted upon; below, say what was understood and
  /// ask.
  public static final double SURE = 0.75;

  /// Copies the list.
  public Reading {
    hypotheses = List.copyOf(hypotheses);
  }

  /// Whether the text says nothing about time.
  public boolean isEmpty() {
    return hypotheses.isEmpty();
  }

  /// The best hypothesis' meaning; [When#NONE] if there is none.
  public When best() {
    return hypotheses.isEmpty() ? When.NONE : hypotheses.getFirst().when();
  }

  /// The best hypothesis' confidence; 1 if the text says nothing about time.
  public double confidence() {
    return hypotheses.isEmpty() ? 1 : hypotheses.getFirst().confidence();
  }

  /// Whether the best hypothesis may be acted upon.
  public boolean isSure() {
    return confidence() >= SURE;
  }
}
