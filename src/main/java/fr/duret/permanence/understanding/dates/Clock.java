package fr.duret.permanence.understanding.dates;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A time of the day: 14h30, 14H, 14:30, « 14 h », « deux heures et demie », « midi et quart », «
/// onze heures moins cinq », minuit.
///
/// @param minutes since midnight, as said
/// @param end the index after it
/// @param literal whether nothing suggests the other half of the day (a leading zero, minutes after
///   a colon, past six)
record Clock(int minutes, int end, boolean literal) {

  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final int NOON = 12 * HOUR;

  /// Up to six, people mean the afternoon: nobody asks an electrician to come at two in the night.
  private static final int LAST_SMALL = 6 * HOUR + HOUR - 1;

  static @Nullable Clock at(Line line, int i) {
    if (line.is(i, Kind.NOON)) {
      return more(line, NOON, i + 1, true);
    }
    if (line.is(i, Kind.MIDNIGHT)) {
      return more(line, 0, i + 1, true);
    }
    int hour = line.number(i);
    if (hour < 0 || hour > 24 || (line.glued(i) && line.sign(i - 1, ","))) {
      return null;
    }
    if (line.is(i + 1, Kind.HOUR)) {
      return more(line, hour % 24 * HOUR, i + 2, isLiteral(line, i));
    }
    return line.sign(i + 1, ":") || isDotted(line, i) ? colon(line, i, hour) : null;
  }

  /// A bare number that the context makes an hour (« entre 10 et 12 »).
  static @Nullable Clock bare(Line line, int i, int from, int to) {
    int hour = line.number(i);
    boolean counted =
        line.isAny(i + 1, Kind.MONTH, Kind.MONTH_SHORT, Kind.UNIT, Kind.NOT_A_DAY, Kind.MINUTE)
            || line.sign(i + 1, "€");
    return hour < from || hour > to || counted
        ? null
        : new Clock(hour * HOUR, i + 1, isLiteral(line, i));
  }

  private static boolean isDotted(Line line, int i) {
    return line.sign(i + 1, ".")
        && line.isAny(i - 1, Kind.AT, Kind.AROUND)
        && line.glued(i + 1)
        && line.text(i + 2).length() == 2;
  }

  private static boolean isLiteral(Line line, int i) {
    return line.number(i) == 0 || line.text(i).startsWith("0");
  }

  private static @Nullable Clock colon(Line line, int i, int hour) {
    int minute = line.digits(i + 2) && line.glued(i + 2) ? line.number(i + 2) : -1;
    boolean valid = minute >= 0 && minute < HOUR && hour < 24 && line.text(i + 2).length() == 2;
    return valid ? new Clock(hour * HOUR + minute, i + 3, true) : null;
  }

  private static Clock more(Line line, int base, int next, boolean literal) {
    int minutes = 0;
    int end = next + 1;
    if (line.is(next, Kind.HALF)) {
      minutes = 30;
    } else if (line.is(next, Kind.QUARTER_PAST)) {
      minutes = 15;
    } else if (line.is(next, Kind.THREE_QUARTERS)) {
      minutes = 45;
    } else if (line.is(next, Kind.QUARTER_TO)) {
      minutes = -15;
    } else if (line.is(next, Kind.MINUS)
        && line.number(next + 1) > 0
        && line.number(next + 1) < 30) {
      minutes = -line.number(next + 1);
      end = next + 2;
    } else if (isMinutes(line, next)) {
      minutes = line.number(next);
      end = line.is(next + 1, Kind.MINUTE) ? next + 2 : next + 1;
    } else {
      end = next;
    }
    end = line.is(end, Kind.SHARP) ? end + 1 : end;
    return new Clock((base + minutes + DAY) % DAY, end, literal);
  }

  /// Two digits glued or not, or a number in words; not the beginning of something else (« 14h 24
  /// novembre », « 10h 12h »).
  private static boolean isMinutes(Line line, int i) {
    int number = line.number(i);
    boolean shape = line.digits(i) ? line.text(i).length() == 2 : number >= 5;
    boolean other =
        line.isAny(i + 1, Kind.HOUR, Kind.MONTH, Kind.MONTH_SHORT, Kind.UNIT, Kind.NOT_A_DAY)
            || line.sign(i + 1, "/");
    return shape && number >= 0 && number < HOUR && (line.glued(i) || !other);
  }

  /// Whether it may as well be in the afternoon.
  boolean isSmall() {
    return !literal && minutes >= HOUR && minutes <= LAST_SMALL;
  }

  Clock afternoon() {
    return new Clock(minutes + NOON, end, true);
  }

  LocalTime time() {
    return LocalTime.of(minutes / HOUR, minutes % HOUR);
  }

  /// The time meant: small hours are in the afternoon.
  LocalTime meant(Line line) {
    return isSmall() && line.choices().first(Ambiguity.SMALL_HOUR) ? afternoon().time() : time();
  }
}
