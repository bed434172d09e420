package fr.duret.permanence.desk;

import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// Counts in hours during which somebody sits in the office.
final class OpeningTime {

  private final Company company;

  OpeningTime(Company company) {
    this.company = company;
  }

  /// The end of that much opening time, rounded up to the hour but not past the closing: what is
  /// promised is said as « avant 12h ».
  Instant after(Instant from, Duration within) {
    LocalDateTime begin = from.atZone(company.zone()).toLocalDateTime();
    LocalDate day = begin.toLocalDate();
    Duration left = within;
    // A company without opening hours cannot be read from its file; a year bounds the search.
    for (int i = 0; i < 366; i++, day = day.plusDays(1)) {
      for (Hours hours : company.opening()) {
        LocalDateTime start = later(day.atTime(hours.from()), begin);
        LocalDateTime end = day.atTime(hours.to());
        if (Holidays.isWorkingDay(day) && start.isBefore(end)) {
          Duration open = Duration.between(start, end);
          if (left.compareTo(open) <= 0) {
            return instant(earlier(rounded(start.plus(left)), end));
          }
          left = left.minus(open);
        }
      }
    }
    return from.plus(within);
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(company.zone()).toInstant();
  }

  private static LocalDateTime rounded(LocalDateTime time) {
    LocalDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(time) ? hour : hour.plusHours(1);
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }
}
