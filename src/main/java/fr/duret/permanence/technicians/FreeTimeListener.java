package fr.duret.permanence.technicians;

import java.time.LocalDate;

/// Hears of every change of somebody's free time, after it was written and before its command
/// returns.
@FunctionalInterface
public interface FreeTimeListener {

  /// Somebody's free time has changed on these days, both included.
  void freeTimeChanged(LocalDate from, LocalDate to);
}
