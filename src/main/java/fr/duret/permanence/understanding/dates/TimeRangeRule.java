package fr.duret.permanence.understanding.dates;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// « entre 10 et 12h », « de 14h à 16h », « 10-12h », « 14/16h », « 9h à 11h », « de 14 à 16 », «
/// entre midi et deux ».
final class TimeRangeRule implements Rule {

  private static final int EARLIEST = 7;
  private static final int LATEST = 20;
  private static final LocalTime NOON = LocalTime.NOON;
  private static final int NOON_MINUTES = 12 * 60;
  private static final int LUNCH = 2;

  @Override
  public @Nullable Match at(Line line, int i) {
    if (line.is(i, Kind.NOON_TO_TWO)) {
      return Match.of(Piece.Time.range(TimeRange.between(NOON, NOON.plusHours(LUNCH))), i + 1);
    }
    boolean between = line.is(i, Kind.BETWEEN);
    boolean of = line.is(i, Kind.OF) && !line.text(i).equals("du");
    int start = line.skip(between || of ? i + 1 : line.skip(i, Kind.AROUND), Kind.THE, Kind.AROUND);
    boolean opened = between || of;
    Clock first = clock(line, start);
    if (first == null || isDay(line, start)) {
      return null;
    }
    int to = joint(line, first.end(), between, opened);
    Clock last = to < 0 ? null : clock(line, to);
    boolean whole = opened || Clock.at(line, start) != null || line.number(start) < line.number(to);
    boolean time = last != null && whole && isTime(line, start, to, opened || start > i);
    return time && last != null ? match(line, first, last) : null;
  }

  /// « Le 10 à 14h », « le 9/12 à 14h » name a day, and one hour of it.
  private static boolean isDay(Line line, int start) {
    boolean month = line.sign(start - 1, "/") && line.digits(start - 2);
    int day = month ? start - 2 : start;
    return line.digits(start)
        && Clock.at(line, start) == null
        && day > 0
        && line.text(day - 1).equals("le")
        && (line.is(start + 1, Kind.TO) || line.sign(start + 1, "/"));
  }

  private static @Nullable Clock clock(Line line, int i) {
    Clock clock = Clock.at(line, i);
    return clock != null ? clock : Clock.bare(line, i, 1, LATEST);
  }

  private static int joint(Line line, int at, boolean between, boolean opened) {
    if (line.isAny(at, Kind.TO, Kind.UNTIL)) {
      return line.skip(at, Kind.TO, Kind.UNTIL);
    }
    if (between && line.is(at, Kind.AND)) {
      return at + 1;
    }
    boolean sign = line.sign(at, "-") || (line.sign(at, "/") && !opened);
    return sign ? at + 1 : -1;
  }

  /// One end at least says that it is an hour; or both are of the working day and a preposition
  /// opened the range.
  private static boolean isTime(Line line, int first, int last, boolean opened) {
    if (Clock.at(line, last) != null) {
      return true;
    }
    if (Clock.at(line, first) != null) {
      return opened || line.glued(last);
    }
    if (line.is(first - 1, Kind.WEEKDAY) && WeekdayTerm.isHours(line, first)) {
      return true;
    }
    return opened
        && isWorkingHour(line.number(first))
        && isWorkingHour(line.number(last))
        && !line.text(last - 1).equals("au")
        && line.number(first) < line.number(last);
  }

  private static boolean isWorkingHour(int hour) {
    return hour >= EARLIEST && hour <= LATEST;
  }

  private static @Nullable Match match(Line line, Clock first, Clock last) {
    boolean late = last.isSmall() || last.minutes() > NOON_MINUTES;
    Clock from = first.isSmall() && late ? first.afternoon() : first;
    boolean wraps = last.minutes() < from.minutes() && last.minutes() < NOON_MINUTES;
    Clock to = wraps ? last.afternoon() : last;
    LocalTime start = from.isSmall() ? from.meant(line) : from.time();
    LocalTime end = to.time();
    return end.isBefore(start)
        ? null
        : Match.of(Piece.Time.range(TimeRange.between(start, end)), last.end());
  }
}
