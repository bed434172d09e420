package fr.duret.permanence.booking;

import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Instant;
import java.util.List;

/// How a day's capacity is shared: people whom we do not know may hold a part of it only, and the
/// last windows of the very next days are kept for those who go first.
final class Shares {

  /// Services and levels from this priority on may take the last windows.
  private static final int URGENT = 3;

  private static final int KEPT = 2;
  private static final int STRANGERS_PERCENT = 30;

  private Shares() {}

  /// Windows of a day that nobody has been promised: for each technician those that fall into his
  /// half-days, less his visits.
  static int freeWindows(Day day, List<FreeTime> free, ServiceKind service) {
    int all =
        free.stream()
            .mapToInt(one -> (int) service.windows().stream().filter(w -> works(one, w)).count())
            .sum();
    return Math.max(0, all - day.entries().size());
  }

  private static boolean works(FreeTime free, Hours window) {
    return free.halfDays().stream()
        .anyMatch(half -> !window.from().isBefore(half.from()) && !window.to().isAfter(half.to()));
  }

  /// Half-days that somebody may still hold of a day: any number for people on file.
  static int leftFor(Search search, Day day, List<FreeTime> free) {
    return search.request().recognised()
        ? Integer.MAX_VALUE
        : leftForStrangers(
            search.cleaned(day),
            freeWindows(search.others(day), free, search.service()),
            search.now());
  }

  /// Half-days that people who are not recognised may still hold: 30 % of the free windows
  /// together, rounded up so that a nearly full day still takes one.
  private static int leftForStrangers(Day day, int freeWindows, Instant now) {
    int most = Math.ceilDiv(freeWindows * STRANGERS_PERCENT, 100);
    return most - day.heldByStrangers(now);
  }

  /// Whether somebody of that priority may take of a day's last windows.
  static boolean mayTakeLast(int freeWindows, int priority) {
    return priority >= URGENT || freeWindows > KEPT;
  }
}
