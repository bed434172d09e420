package fr.duret.permanence.understanding.dates;

import fr.duret.permanence.calendar.Holidays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A quantity of time as said: « 15 jours », « une heure et demie », « 48h », « une quinzaine de
/// jours », « un mois et demi ».
///
/// @param period calendar units; zero if it is hours or minutes
/// @param time hours and minutes; zero if it is calendar units
/// @param workdays how many working days, 0 if it counts anything else
/// @param end the index after it
record Amount(Period period, Duration time, int workdays, int end) {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final int MOST = 400;

  static @Nullable Amount at(Line line, int i) {
    int from = line.skip(i, Kind.AROUND, Kind.NEXT);
    int about = line.skip(from + 1, Kind.AROUND);
    int start = line.is(about, Kind.ABOUT_NUMBER) ? about : from;
    int number = Math.max(line.number(start), line.number(start, Kind.ABOUT_NUMBER));
    if (number < 0 || number > MOST) {
      return null;
    }
    if (line.is(start, Kind.ABOUT_NUMBER)) {
      return about(line, number, start + 1);
    }
    int at = line.skip(start + 1, Kind.NEXT, Kind.AROUND);
    if (line.is(at, Kind.HOUR)) {
      return hours(line, number, at + 1);
    }
    return line.is(at, Kind.MINUTE)
        ? new Amount(Period.ZERO, Duration.ofMinutes(number), 0, at + 1)
        : units(line, number, at);
  }

  /// « une quinzaine » alone counts days.
  private static Amount about(Line line, int number, int next) {
    int unit = line.skip(next, Kind.OF);
    Amount amount = unit > next ? units(line, number, unit) : null;
    return amount != null ? amount : days(number, next);
  }

  private static Amount days(int number, int end) {
    return new Amount(Period.ofDays(number), Duration.ZERO, 0, end);
  }

  private static Amount hours(Line line, int number, int next) {
    int minutes = line.digits(next) && line.text(next).length() == 2 ? line.number(next) : 0;
    boolean half = line.is(next, Kind.HALF);
    boolean quarter = line.is(next, Kind.QUARTER_PAST);
    boolean more = half || quarter || (minutes > 0 && minutes < 60);
    int rest = half ? 30 : quarter ? 15 : more ? minutes : 0;
    return new Amount(
        Period.ZERO, Duration.ofHours(number).plusMinutes(rest), 0, more ? next + 1 : next);
  }

  private static @Nullable Amount units(Line line, int number, int at) {
    if (line.text(at).equals("j") && line.is(at + 1, Kind.AFTER_J)) {
      // « le 16 j'ai »
      return null;
    }
    boolean half = line.is(at + 1, Kind.HALF);
    int end = half ? at + 2 : at + 1;
    return switch (line.value(at, Kind.UNIT)) {
      case "HALF_HOUR" -> new Amount(Period.ZERO, Duration.ofMinutes(30L * number), 0, end);
      case "DAY" -> days(number, end);
      case "WORKDAY" -> new Amount(Period.ofDays(number), Duration.ZERO, number, end);
      case "WEEK" -> days(7 * number + (half ? 3 : 0), end);
      case "MONTH" -> new Amount(Period.of(0, number, half ? 15 : 0), Duration.ZERO, 0, end);
      case "QUARTER" -> new Amount(Period.ofMonths(3 * number), Duration.ZERO, 0, end);
      case "YEAR" -> new Amount(Period.of(number, half ? 6 : 0, 0), Duration.ZERO, 0, end);
      default -> null;
    };
  }

  boolean isClock() {
    return !time.isZero();
  }

  /// Whole days, said as hours (« sous 48h »).
  boolean isDaysInHours() {
    return isClock() && time.toMinutes() % Duration.ofDays(1).toMinutes() == 0;
  }

  boolean isYears() {
    return period.getYears() > 0;
  }

  /// The day so much after (or, with sign −1, before) a day.
  LocalDate from(LocalDate day, int sign) {
    if (workdays > 0) {
      return Stream.iterate(day, Holidays::nextWorkingDay).skip(workdays).findFirst().orElse(day);
    }
    Period span = isClock() ? Period.ofDays((int) time.toDays()) : period;
    return sign < 0 ? day.minus(span) : day.plus(span);
  }

  /// The moment so much after or before another one, by the clock of the company's zone (an hour is
  /// an hour when clocks change).
  LocalDateTime moment(LocalDateTime now, int sign) {
    return now.atZone(ZONE).plus(time.multipliedBy(sign)).toLocalDateTime();
  }

  Length length() {
    return isClock() ? Length.of(time) : Length.of(period);
  }
}
