package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// A small rule of the grammar: what begins at that lexeme, or null.
@FunctionalInterface
interface Rule {

  @Nullable Match at(Line line, int i);
}
