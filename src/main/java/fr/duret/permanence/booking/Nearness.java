package fr.duret.permanence.booking;

import fr.duret.permanence.planning.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/// How far a slot is from a wish, as planning wants to know it.
///
/// @param wish what was asked
/// @param may slots that may be offered at all, apart from the wish
record Nearness(Wish wish, Predicate<Slot> may) implements fr.duret.permanence.planning.Wish {

  @Override
  public int distance(LocalDate day, Window window) {
    Slot slot = new Slot(day, Plans.hours(window).from(), Plans.hours(window).to());
    if (!wish.allows(slot) || !may.test(slot)) {
      return NEVER;
    }
    if (wish.isServedBy(slot)) {
      return 0;
    }
    return 1 + wish.wanted().stream().mapToInt(period -> from(period, slot)).min().orElse(0);
  }

  /// One for each day away; another hour on the same day is as far as the same hour a day later.
  private static int from(Wish.Period period, Slot slot) {
    LocalDate near = slot.day();
    if (near.isBefore(period.from())) {
      near = period.from();
    } else if (near.isAfter(period.until())) {
      near = period.until();
    }
    int days = (int) Math.abs(ChronoUnit.DAYS.between(near, slot.day()));
    return days + otherWeekday(period, slot) + (period.hasTimeOf(slot) ? 0 : 1);
  }

  private static int otherWeekday(Wish.Period period, Slot slot) {
    int away = 0;
    while (!period.weekdays().isEmpty()
        && !period.weekdays().contains(slot.day().plusDays(away).getDayOfWeek())
        && !period.weekdays().contains(slot.day().minusDays(away).getDayOfWeek())) {
      away++;
    }
    return away;
  }
}
