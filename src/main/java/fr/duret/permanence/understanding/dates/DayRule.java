package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Days by themselves: one term, a list of numbers (« les 3, 4 et 5 décembre »), every working day,
/// weekends, any day.
final class DayRule implements Rule {

  private static final Kinds BEFORE_WEEKENDS =
      Kinds.of(Kind.THE, Kind.THIS, Kind.ON, Kind.IN, Kind.EACH, Kind.THESE);

  @Override
  public @Nullable Match at(Line line, int i) {
    if (line.is(i, Kind.ANY)) {
      return Match.of(DayTerm.Fixed.of(new AnyDay()), i + 1);
    }
    if (line.is(i, Kind.EVERY_WORKDAY)) {
      return every(i + 1, DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
    Match weekend = weekend(line, i);
    if (weekend != null) {
      return weekend;
    }
    Match list = numbers(line, i);
    boolean announced =
        line.text(i - 1).equals("du")
            || (line.is(i - 1, Kind.TO) && !line.text(i - 1).equals("a") && isMove(line, i));
    Term term = Terms.at(line, i, announced);
    return list != null || term == null ? list : further(line, term);
  }

  /// « jeudi 26 ou 27 », « mardi 24 et 25 ».
  private static Match further(Line line, Term term) {
    List<DayTerm> days = new ArrayList<>(List.of(term.term()));
    int end = term.end();
    boolean numbered =
        term.term() instanceof DayTerm.Numbered first
            && first.weekday() != null
            && first.month() == 0;
    while (numbered && line.isAny(end, Kind.OR, Kind.AND) && line.digits(end + 1)) {
      Term next = DayOfMonth.at(line, end + 1, true);
      if (next == null) {
        break;
      }
      days.add(next.term());
      end = next.end();
    }
    return new Match(List.of(new Piece.Day(days)), end);
  }

  /// « reporter au 26 »; without such a verb « au 14 » is a house as well.
  private static boolean isMove(Line line, int before) {
    for (int i = 0; i < before; i++) {
      if (line.is(i, Kind.MOVE)) {
        return true;
      }
    }
    return false;
  }

  private static Match every(int end, DayOfWeek from, DayOfWeek to) {
    List<DayTerm> terms = new ArrayList<>();
    for (int day = from.getValue(); day <= to.getValue(); day++) {
      terms.add(DayTerm.Fixed.of(new EveryWeekday(DayOfWeek.of(day))));
    }
    return new Match(List.of(new Piece.Day(terms)), end);
  }

  /// « ce week-end », « le week-end prochain », « le week-end » (every one), « en début de week-end
  /// ».
  private static @Nullable Match weekend(Line line, int i) {
    int at = line.skip(i, BEFORE_WEEKENDS);
    if (!line.value(at, Kind.UNIT).equals("WEEKEND")) {
      return null;
    }
    var monday = WeekTerm.mondayOf(line.today());
    if (line.isAny(at + 1, Kind.NEXT, Kind.AFTER_NEXT)) {
      boolean now = line.today().getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
      int weeks = (now ? 1 : 0) + (line.is(at + 1, Kind.AFTER_NEXT) ? 1 : 0);
      return saturday(monday.plusDays(5).plusWeeks(weeks), false, at + 2);
    }
    if (line.is(at + 1, Kind.LAST)) {
      return saturday(monday.minusDays(2), true, at + 2);
    }
    if (line.is(i, Kind.THIS) || line.is(at + 1, Kind.CURRENT)) {
      // Said on a Sunday it is the one to come.
      int weeks = line.today().getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0;
      int end = line.is(at + 1, Kind.CURRENT) ? at + 2 : at + 1;
      return saturday(monday.plusDays(5).plusWeeks(weeks), false, end);
    }
    LocalDate dated = weekendOf(line, at + 1);
    int end = line.skip(at + 1, Kind.OF, Kind.THE);
    Term day = dated == null ? null : Terms.at(line, end, true);
    return dated == null || day == null
        ? every(at + 1, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
        : saturday(dated, false, day.end());
  }

  /// The Saturday of « le week-end du 5 décembre », or null.
  private static @Nullable LocalDate weekendOf(Line line, int next) {
    int at = line.skip(next, Kind.OF, Kind.THE);
    Term term = at > next ? Terms.at(line, at, true) : null;
    boolean dated =
        term != null
            && (term.term() instanceof DayTerm.Numbered
                || line.is(line.skip(at, Kind.THE), Kind.HOLIDAY));
    LocalDate day = dated && term != null ? new Resolver(line).date(term.term()) : null;
    return day == null ? null : WeekTerm.mondayOf(day).plusDays(5);
  }

  private static Match saturday(LocalDate saturday, boolean tale, int end) {
    DayRange days = DayRange.of(saturday, saturday.plusDays(1));
    return Match.of(new DayTerm.Fixed(days, tale, !tale), end);
  }

  /// At least two numbers, announced by an article or closed by a month.
  private static @Nullable Match numbers(Line line, int i) {
    boolean named = line.is(i, Kind.THE) && line.is(i + 1, Kind.WEEKDAYS);
    boolean article = line.is(i, Kind.THE) && !line.text(i).equals("la");
    List<DayTerm.Numbered> days = new ArrayList<>();
    // « les mercredis 5, 12 et 19 »
    int at = named ? i + 2 : article ? i + 1 : i;
    int end = at;
    while (true) {
      Term term = line.isAny(at, Kind.NUMBER, Kind.ORDINAL) ? DayOfMonth.at(line, at, true) : null;
      boolean followed =
          term == null
              && line.digits(at)
              && isJoint(line, at + 1)
              && !DayOfMonth.isHourAhead(line, at + 1);
      if (followed && line.number(at) <= 31) {
        term = new Term(new DayTerm.Numbered(null, line.number(at), 0, 0), at + 1);
      }
      if (term == null || !(term.term() instanceof DayTerm.Numbered day)) {
        break;
      }
      days.add(day);
      end = term.end();
      if (day.month() > 0 || !isJoint(line, end)) {
        break;
      }
      at = line.sign(end, ",") && line.isAny(end + 1, Kind.AND, Kind.OR) ? end + 2 : end + 1;
      if (line.is(at, Kind.THE) && line.sign(at - 1, ",")) {
        break;
      }
      at = line.is(at, Kind.THE) && !line.text(at).equals("la") ? at + 1 : at;
    }
    boolean closed = days.size() > 1 && (article || days.getLast().month() > 0);
    return closed ? new Match(List.of(new Piece.Day(sharingMonth(days))), end) : null;
  }

  private static boolean isJoint(Line line, int i) {
    boolean slash = line.sign(i, "/") && line.isAny(i + 2, Kind.MONTH, Kind.MONTH_SHORT);
    return slash || line.isAny(i, Kind.OR, Kind.AND) || line.sign(i, ",");
  }

  /// A number takes the month of the list's last one unless it is higher (« le 28 ou le 2 décembre
  /// »).
  private static List<DayTerm> sharingMonth(List<DayTerm.Numbered> days) {
    DayTerm.Numbered last = days.getLast();
    return days.stream()
        .map(day ->
            day.month() > 0 || day.day() > last.day()
                ? day
                : new DayTerm.Numbered(null, day.day(), last.month(), last.year()))
        .map(DayTerm.class::cast)
        .toList();
  }
}
