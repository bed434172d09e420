package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalTime;

/// Days with a stretch of time on each of them: one thing wanted or excluded. Written
/// `2026-11-24T08:00/12:00`.
public record Wish(Days days, TimeRange time) {

  /// Those days, at any time.
  public static Wish of(Days days) {
    return new Wish(days, TimeRange.ANY);
  }

  /// Whether it says nothing about the day, only about the time.
  public boolean isTimeOnly() {
    return days instanceof AnyDay && !time.isAny();
  }

  /// Whether it names one day, a weekday, or a moment of the day.
  boolean namesDayOrMoment() {
    return time.isMoment()
        || days instanceof EveryWeekday
        || (days instanceof DayRange range && range.isOneDay());
  }

  /// Whether a window of arrival on that day is one of those wished for.
  public boolean suits(LocalDate day, LocalTime start, LocalTime end) {
    return days.contains(day) && time.suits(start, end);
  }

  /// Whether a window of arrival on that day touches what this excludes.
  public boolean touches(LocalDate day, LocalTime start, LocalTime end) {
    return days.contains(day) && time.touches(start, end);
  }

  @Override
  public String toString() {
    return time.isAny() ? days.toString() : days + "T" + time;
  }
}
