package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// « 3 décembre », « le 1er déc. 2026 », « le trois », « le 5 du mois prochain »; without a month
/// only where an article, a weekday or the other end of a range announces a day.
final class DayOfMonth {

  private static final int LAST = 31;

  private DayOfMonth() {}

  static @Nullable Term at(Line line, int i, boolean announced) {
    int day = day(line, i);
    if (day < 1 || day > 99) {
      return null;
    }
    int next = line.skip(i + 1, Kind.OF);
    next = line.sign(next, ".") && line.glued(next) ? next + 1 : next;
    if (line.isAny(next, Kind.MONTH, Kind.MONTH_SHORT)) {
      return inMonth(line, day, next);
    }
    Term relative = day <= LAST ? inRelativeMonth(line, day, i + 1) : null;
    if (relative != null) {
      return relative;
    }
    boolean bare = announced && day <= LAST && standsAlone(line, i);
    return bare ? new Term(new DayTerm.Numbered(null, day, 0, 0), i + 1) : null;
  }

  private static int day(Line line, int i) {
    if (line.number(i, Kind.ORDINAL) == 1) {
      return 1;
    }
    return line.is(i, Kind.NUMBER) ? line.number(i) : -1;
  }

  private static Term inMonth(Line line, int day, int at) {
    int month = Math.max(line.number(at, Kind.MONTH), line.number(at, Kind.MONTH_SHORT));
    int next = line.sign(at + 1, ".") && line.glued(at + 1) ? at + 2 : at + 1;
    int year = year(line, next);
    DayTerm term =
        day > LAST ? new DayTerm.Impossible() : new DayTerm.Numbered(null, day, month, year);
    return new Term(term, year > 0 ? next + 1 : at + 1);
  }

  /// A year of four digits, or 0.
  static int year(Line line, int i) {
    boolean whole = line.digits(i) && line.text(i).length() == 4;
    int year = whole ? line.number(i) : 0;
    return year >= 1900 && year < 2100 ? year : 0;
  }

  private static @Nullable Term inRelativeMonth(Line line, int day, int from) {
    int at = line.skip(from, Kind.OF, Kind.THE, Kind.THIS);
    if (at == from || !line.value(at, Kind.UNIT).equals("MONTH")) {
      return null;
    }
    boolean next = line.is(at + 1, Kind.NEXT);
    var month = line.today().plusMonths(next ? 1 : 0);
    DayTerm term = new DayTerm.Numbered(null, day, month.getMonthValue(), month.getYear());
    return new Term(term, next || line.is(at + 1, Kind.CURRENT) ? at + 2 : at + 1);
  }

  /// Whether what follows leaves the number a day: no unit, no street, no second half of an hour.
  private static boolean standsAlone(Line line, int i) {
    boolean word = !line.digits(i);
    if (word && line.is(i, Kind.ORDINAL) && !Character.isDigit(line.text(i).charAt(0))) {
      return false;
    }
    if (word && line.number(i) == 1 && !line.is(i, Kind.ORDINAL)) {
      return false;
    }
    return !isHourAhead(line, i + 1) && !isCounted(line, i + 1);
  }

  private static boolean isCounted(Line line, int i) {
    boolean counted =
        line.isAny(i, Kind.NOT_A_DAY, Kind.UNIT, Kind.MINUTE, Kind.NEXT, Kind.LAST, Kind.ORDINAL);
    counted &= !(line.text(i).equals("j") && line.is(i + 1, Kind.AFTER_J));
    boolean symbol =
        line.glued(i) && !line.is(i, Kind.SIGN) && !line.isAny(i, Kind.AT, Kind.OR, Kind.AND);
    boolean decimal =
        line.glued(i) && line.isAny(i, Kind.SIGN) && line.glued(i + 1) && line.digits(i + 1);
    boolean plus = line.sign(i, "€") || line.sign(i, "%") || line.sign(i, "°") || line.sign(i, "+");
    boolean number = line.digits(i) && !isHourAhead(line, i + 1);
    boolean amount = decimal && !line.sign(i, ",") && !line.sign(i, "-");
    return counted || (symbol && !decimal) || plus || number || amount;
  }

  /// « 14 h », « 14:30 », « 9 ou 10h »: the number is an hour.
  static boolean isHourAhead(Line line, int i) {
    boolean colon = line.sign(i, ":") && line.glued(i + 1) && line.digits(i + 1);
    if (line.is(i, Kind.HOUR) || colon) {
      return true;
    }
    boolean joined =
        line.isAny(i, Kind.OR, Kind.AND)
            || line.sign(i, "-")
            || line.sign(i, "/")
            || line.sign(i, ",");
    return joined && line.is(i + 1, Kind.NUMBER) && line.is(i + 2, Kind.HOUR);
  }
}
