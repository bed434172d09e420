package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From one day to another, both included; a missing bound is open. One day is a range of one.
/// Written `2026-11-24`, `2026-11-24..2026-11-28`, `2026-12-01..` or `..2026-12-01`.
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) implements Days {

  /// Refuses a range without any bound ([AnyDay] says that) and one that ends before it begins.
  public DayRange {
    if (from == null && to == null) {
      throw new IllegalArgumentException("a range of days needs a bound");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a range of days ends before it begins: " + from + ".." + to);
    }
  }

  /// That day alone.
  public static DayRange of(LocalDate day) {
    return new DayRange(day, day);
  }

  /// Both bounds included.
  public static DayRange of(LocalDate from, LocalDate to) {
    return new DayRange(from, to);
  }

  /// From that day on.
  public static DayRange from(LocalDate day) {
    return new DayRange(day, null);
  }

  /// Until that day, included.
  public static DayRange until(LocalDate day) {
    return new DayRange(null, day);
  }

  /// Whether it is exactly one day.
  public boolean isOneDay() {
    return from != null && from.equals(to);
  }

  @Override
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  @Override
  public String toString() {
    return isOneDay() ? String.valueOf(from) : bound(from) + ".." + bound(to);
  }

  private static String bound(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
