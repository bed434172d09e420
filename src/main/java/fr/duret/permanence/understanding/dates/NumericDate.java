package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// Dates in figures: 24/11, 24/11/26, 24.11.2026, 24-11-26, 2026-11-24, « 24 11 2026 ».
final class NumericDate implements TermRule {

  private static final int CENTURY = 2000;

  @Override
  public @Nullable Term at(Line line, int i) {
    if (!line.digits(i)) {
      return null;
    }
    String sign = separator(line, i + 1);
    if (sign == null) {
      return spaced(line, i);
    }
    if (line.digits(i + 2) && sign.equals(separator(line, i + 3)) && line.digits(i + 4)) {
      return three(line, i, i + 2, i + 4);
    }
    return line.digits(i + 2) ? two(line, i, sign) : null;
  }

  private static @Nullable String separator(Line line, int i) {
    String text = line.text(i);
    boolean glued = line.glued(i) && line.glued(i + 1);
    boolean sign = text.equals("/") || (glued && (text.equals(".") || text.equals("-")));
    return sign ? text : null;
  }

  private static @Nullable Term spaced(Line line, int i) {
    boolean sizes =
        line.text(i).length() == 2
            && line.text(i + 1).length() == 2
            && line.text(i + 2).length() == 4;
    if (line.is(i - 1, Kind.THE) && isMonthFigure(line, i + 1)) {
      return term(line.number(i), line.number(i + 1), 0, i + 2);
    }
    return sizes && line.digits(i + 1) && line.digits(i + 2) ? three(line, i, i + 1, i + 2) : null;
  }

  private static @Nullable Term three(Line line, int a, int b, int c) {
    int end = c + 1;
    if (line.text(a).length() == 4) {
      return term(line.number(c), line.number(b), line.number(a), end);
    }
    int year = line.number(c);
    boolean wholeYear = line.text(c).length() == 4;
    return wholeYear || line.text(c).length() == 2
        ? term(line.number(a), line.number(b), wholeYear ? year : CENTURY + year, end)
        : null;
  }

  /// « le 3 12 »: the second number is a month if nothing makes it an hour or counts something.
  private static boolean isMonthFigure(Line line, int i) {
    boolean figure = line.digits(i) && line.text(i).length() == 2 && line.number(i) <= 12;
    boolean other =
        line.isAny(i + 1, Kind.HOUR, Kind.NOT_A_DAY, Kind.UNIT, Kind.NUMBER, Kind.MINUTE);
    return figure && line.number(i) > 0 && !other && !line.glued(i) && !line.glued(i + 1);
  }

  /// Without a year; parted by a dot or a hyphen only where an article or a weekday shows that it
  /// is no hour and no amount.
  private static @Nullable Term two(Line line, int i, String sign) {
    int end = i + 3;
    boolean announced =
        line.isAny(i - 1, Kind.THE, Kind.OF, Kind.TO, Kind.WEEKDAY, Kind.ON)
            && (line.text(i).length() == 2 || line.is(i - 1, Kind.THE))
            && (line.text(i + 2).length() == 2 || line.is(i - 1, Kind.WEEKDAY));
    if ((!sign.equals("/") && !announced)
        || line.isAny(end, Kind.HOUR, Kind.MONTH, Kind.NOT_A_DAY)) {
      return null;
    }
    int month = line.number(i + 2);
    boolean none = sign.equals("/") && line.is(i - 1, Kind.THE) && month > 12 && month < 32;
    return none && month != line.number(i) + 1 && line.number(i) < 32
        ? new Term(new DayTerm.Impossible(), end)
        : term(line.number(i), month, 0, end);
  }

  private static @Nullable Term term(int day, int month, int year, int end) {
    boolean plausible = day >= 1 && day <= 31 && month >= 1 && month <= 12;
    return plausible ? new Term(new DayTerm.Numbered(null, day, month, year), end) : null;
  }
}
