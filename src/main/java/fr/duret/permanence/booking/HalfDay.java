package fr.duret.permanence.booking;

import fr.duret.permanence.company.Hours;
import java.time.LocalTime;

/// The halves of a working day; a window lies in one of them.
enum HalfDay {
  MORNING,
  AFTERNOON;

  static HalfDay of(Hours window) {
    return window.from().isBefore(LocalTime.NOON) ? MORNING : AFTERNOON;
  }
}
