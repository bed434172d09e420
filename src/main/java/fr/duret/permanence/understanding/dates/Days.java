package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;

/// The days that a wish is about.
public sealed interface Days permits AnyDay, DayRange, EveryWeekday {

  /// Whether the day belongs to them.
  boolean contains(LocalDate day);
}
