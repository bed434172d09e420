package fr.duret.permanence.booking;

import java.time.LocalDate;

/// Hears of days that were changed and wait to be re-optimised; must return at once.
@FunctionalInterface
interface Marks {
  void changed(LocalDate day);
}
