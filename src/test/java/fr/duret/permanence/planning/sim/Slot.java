package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Window;
import java.util.List;

/// The windows of the simulation, and of which its streams speak by number.
final class Slot {

  static final int MORNING_END = 12 * 3600;
  static final int AFTERNOON_END = 17 * 3600 + 1800;
  static final List<Window> WINDOWS =
      List.of(
          Window.hours(8, 10),
          Window.hours(10, 12),
          Window.hours(14, 16),
          new Window(15 * 3600 + 1800, AFTERNOON_END));
  static final List<Window> HALF_DAYS =
      List.of(Window.hours(8, 12), new Window(14 * 3600, AFTERNOON_END));
  static final int MORNINGS = 0b0011;
  static final int AFTERNOONS = 0b1100;
  static final int ANY = 0b1111;

  private Slot() {}

  /// The end of the half-day of a window.
  static int halfDayEnd(Window window) {
    return window.inTheMorning() ? MORNING_END : AFTERNOON_END;
  }

  /// The windows in which work of that length can be done at all.
  static int possible(int service) {
    int mask = 0;
    for (int w = 0; w < WINDOWS.size(); w++) {
      Window window = WINDOWS.get(w);
      mask |= halfDayEnd(window) - service >= window.begin() ? 1 << w : 0;
    }
    return mask;
  }

  /// The windows of a mask.
  static List<Window> of(int mask) {
    return WINDOWS.stream().filter(w -> (mask >> WINDOWS.indexOf(w) & 1) == 1).toList();
  }
}
