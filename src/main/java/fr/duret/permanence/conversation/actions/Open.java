package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.company.Hours;
import java.time.LocalDate;
import java.util.List;

/// Whether anybody works when a visit is wanted, free or not: « ce soir 20 h » and « dimanche » are
/// not taken, they are closed.
///
/// @param windows those that the service may promise
/// @param today the first day that can be meant
record Open(List<Hours> windows, LocalDate today) {

  /// A wish without an end holds a working day within so many.
  private static final int LOOK_AHEAD = 31;

  /// Whether there is such a time at all.
  boolean isEver(Wish wish) {
    return wish.wanted().stream().anyMatch(this::isEver);
  }

  private boolean isEver(Wish.Period period) {
    LocalDate from = period.from().isBefore(today) ? today : period.from();
    LocalDate end = from.plusDays(LOOK_AHEAD);
    LocalDate until = period.until().isBefore(end) ? period.until() : end;
    return !until.isBefore(from)
        && from.datesUntil(until.plusDays(1))
            .filter(Holidays::isWorkingDay)
            .anyMatch(day -> windows.stream().anyMatch(window -> suits(period, day, window)));
  }

  private static boolean suits(Wish.Period period, LocalDate day, Hours window) {
    Slot slot = new Slot(day, window.from(), window.to());
    return new Wish(List.of(period), List.of()).isServedBy(slot);
  }
}
