package fr.duret.permanence.gate;

import fr.duret.permanence.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// When messages that we send first may leave.
final class Hours {

  private final GateSettings settings;

  Hours(GateSettings settings) {
    this.settings = settings;
  }

  /// That instant if messages may leave then, else the next one at which they may.
  ///
  /// @param everyDay whether Sundays and public holidays count as other days
  Instant nextOpen(Instant now, boolean everyDay) {
    ZonedDateTime local = now.atZone(settings.zone());
    LocalDate day = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    if (allowed(day, everyDay)) {
      if (time.isBefore(settings.from())) {
        return opening(day);
      }
      if (time.isBefore(settings.to())) {
        return now;
      }
    }
    LocalDate next = day.plusDays(1);
    while (!allowed(next, everyDay)) {
      next = next.plusDays(1);
    }
    return opening(next);
  }

  private Instant opening(LocalDate day) {
    return day.atTime(settings.from()).atZone(settings.zone()).toInstant();
  }

  private static boolean allowed(LocalDate day, boolean everyDay) {
    return everyDay || (day.getDayOfWeek() != DayOfWeek.SUNDAY && !Holidays.isHoliday(day));
  }
}
