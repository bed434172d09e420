package fr.duret.permanence.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/// The public holidays of metropolitan France (Code du travail, L3133-1), outside Alsace-Moselle.
public final class Holidays {

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.MAY, 1),
          MonthDay.of(Month.MAY, 8),
          MonthDay.of(Month.JULY, 14),
          MonthDay.of(Month.AUGUST, 15),
          MonthDay.of(Month.NOVEMBER, 1),
          MonthDay.of(Month.NOVEMBER, 11),
          MonthDay.of(Month.DECEMBER, 25));

  /// Days after Easter Sunday: Easter Monday, Ascension, Whit Monday.
  private static final Set<Long> AFTER_EASTER = Set.of(1L, 39L, 50L);

  private Holidays() {}

  /// Whether that day is a public holiday.
  public static boolean isHoliday(LocalDate day) {
    return FIXED.contains(MonthDay.from(day))
        || AFTER_EASTER.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay());
  }

  /// Whether people work that day: Monday to Friday, no public holiday.
  public static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday(day);
  }

  /// That day if it is worked, else the last worked day before it.
  public static LocalDate workingDayAtOrBefore(LocalDate day) {
    LocalDate candidate = day;
    while (!isWorkingDay(candidate)) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }

  /// The first worked day after the given one.
  public static LocalDate nextWorkingDay(LocalDate day) {
    LocalDate candidate = day.plusDays(1);
    while (!isWorkingDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  /// Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus/Jones/Butcher).
  public static LocalDate easter(int year) {
    int century = year / 100;
    int golden = year % 19;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
    int correction = (golden + 11 * moon + 22 * weekday) / 451;
    int days = moon + weekday - 7 * correction + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
