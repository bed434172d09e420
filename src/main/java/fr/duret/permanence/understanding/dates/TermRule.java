package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// A rule that finds one term about days, or null.
@FunctionalInterface
interface TermRule {

  @Nullable Term at(Line line, int i);
}
