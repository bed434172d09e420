package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days as they were said; some are known only in the company of others (« du 3 au 5 décembre », «
/// sauf jeudi »).
sealed interface DayTerm {

  /// Known already.
  ///
  /// @param tale a look back (« hier », « il y a trois jours »)
  /// @param period a calendar period that a weekday may narrow (« la semaine prochaine, plutôt
  ///   mardi »)
  record Fixed(Days days, boolean tale, boolean period) implements DayTerm {

    static Fixed day(LocalDate day) {
      return new Fixed(DayRange.of(day), false, false);
    }

    static Fixed of(Days days) {
      return new Fixed(days, false, false);
    }

    static Fixed period(LocalDate from, LocalDate to) {
      return new Fixed(DayRange.of(from, to), false, true);
    }

    static Fixed tale(LocalDate from, LocalDate to) {
      return new Fixed(DayRange.of(from, to), true, false);
    }
  }

  /// A bare weekday: the nearest to come if wanted, every one if excluded.
  record Named(DayOfWeek weekday) implements DayTerm {}

  /// A day of the month; month and year are 0 where they were not said.
  record Numbered(@Nullable DayOfWeek weekday, int day, int month, int year) implements DayTerm {}

  /// One side of a day.
  record Bounded(Side side, DayTerm of) implements DayTerm {}

  /// From one to the other.
  record Between(DayTerm from, DayTerm to) implements DayTerm {}

  /// A weekday of a week that was said with it.
  record InWeek(LocalDate monday, DayOfWeek weekday) implements DayTerm {

    LocalDate day() {
      return monday.plusDays(weekday.getValue() - 1L);
    }
  }

  /// A day that does not exist.
  record Impossible() implements DayTerm {}
}
