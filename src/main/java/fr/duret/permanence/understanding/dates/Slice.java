package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// A part of a calendar period: beginning, middle, end, halves.
enum Slice {
  WHOLE,
  START,
  MIDDLE,
  END,
  FIRST_HALF,
  SECOND_HALF;

  private static final Kinds SAID =
      Kinds.of(Kind.FIRST_HALF, Kind.SECOND_HALF, Kind.START, Kind.MIDDLE, Kind.END);

  /// The slice said there, or [#WHOLE].
  static Slice at(Line line, int i) {
    if (!line.isAny(i, SAID)) {
      return WHOLE;
    }
    if (line.is(i, Kind.FIRST_HALF)) {
      return FIRST_HALF;
    }
    if (line.is(i, Kind.SECOND_HALF)) {
      return SECOND_HALF;
    }
    if (line.is(i, Kind.START)) {
      return START;
    }
    if (line.is(i, Kind.MIDDLE)) {
      return MIDDLE;
    }
    return line.is(i, Kind.END) ? END : WHOLE;
  }

  /// Monday and Tuesday; Wednesday; Thursday and Friday.
  DayRange ofWeek(LocalDate monday) {
    return switch (this) {
      case WHOLE -> days(monday, 0, 6);
      case START, FIRST_HALF -> days(monday, 0, 1);
      case MIDDLE -> days(monday, 2, 2);
      case END, SECOND_HALF -> days(monday, 3, 4);
    };
  }

  /// The first ten days; the next ten; the rest. Halves part after the 15th.
  DayRange ofMonth(LocalDate first) {
    int last = first.lengthOfMonth() - 1;
    return switch (this) {
      case WHOLE -> days(first, 0, last);
      case START -> days(first, 0, 9);
      case MIDDLE -> days(first, 10, 19);
      case END -> days(first, 20, last);
      case FIRST_HALF -> days(first, 0, 14);
      case SECOND_HALF -> days(first, 15, last);
    };
  }

  /// January; June and July; December.
  DayRange ofYear(LocalDate first) {
    return switch (this) {
      case WHOLE -> months(first, 0, 11);
      case START -> months(first, 0, 0);
      case MIDDLE -> months(first, 5, 6);
      case END -> months(first, 11, 11);
      case FIRST_HALF -> months(first, 0, 5);
      case SECOND_HALF -> months(first, 6, 11);
    };
  }

  /// Its first, second and third month.
  DayRange ofQuarter(LocalDate first) {
    return switch (this) {
      case WHOLE -> months(first, 0, 2);
      case START, FIRST_HALF -> months(first, 0, 0);
      case MIDDLE -> months(first, 1, 1);
      case END, SECOND_HALF -> months(first, 2, 2);
    };
  }

  private static DayRange days(LocalDate first, int from, int to) {
    return DayRange.of(first.plusDays(from), first.plusDays(to));
  }

  private static DayRange months(LocalDate first, int from, int to) {
    return DayRange.of(
        first.plusMonths(from), first.plusMonths(to).with(TemporalAdjusters.lastDayOfMonth()));
  }
}
