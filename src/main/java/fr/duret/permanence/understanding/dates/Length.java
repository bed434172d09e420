package fr.duret.permanence.understanding.dates;

import java.time.Duration;
import java.time.Period;

/// How long something lasts: calendar units and hours. Written as ISO 8601 does, with weeks as
/// days: `P15D`, `PT1H30M`.
public record Length(Period period, Duration time) {

  /// Months, weeks, days.
  public static Length of(Period period) {
    return new Length(period, Duration.ZERO);
  }

  /// Hours and minutes.
  public static Length of(Duration time) {
    return new Length(Period.ZERO, time);
  }

  /// Reads `P15D`, `P2W`, `PT1H30M`; throws [java.time.format.DateTimeParseException] for anything
  /// else.
  public static Length parse(String iso) {
    return iso.startsWith("PT") ? of(Duration.parse(iso)) : of(Period.parse(iso));
  }

  @Override
  public String toString() {
    return time.isZero() ? period.toString() : time.toString();
  }
}
