package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.Month;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Weeks, months, quarters, years and seasons, whole or in part: « la semaine prochaine », « fin
/// novembre », « mi-janvier », « début d'année », « le trimestre prochain », « en décembre ».
final class PeriodTerm implements TermRule {

  private static final Kinds BEFORE_SLICES = Kinds.of(Kind.THE, Kind.IN);

  private static final Kinds BEFORE_PERIODS =
      Kinds.of(Kind.THE, Kind.THIS, Kind.ON, Kind.IN, Kind.OF);

  private final WeekTerm weeks;
  private final boolean looksBack;

  /// @param looksBack whether « en début de mois », « la semaine suivante » may follow what was
  ///   said before
  PeriodTerm(boolean looksBack) {
    this.weeks = new WeekTerm(looksBack);
    this.looksBack = looksBack;
  }

  @Override
  public @Nullable Term at(Line line, int i) {
    int start = line.skip(i, BEFORE_SLICES);
    Slice slice = Slice.at(line, start);
    if (slice == Slice.WHOLE) {
      boolean course = line.is(i, Kind.DURING_COURSE);
      return base(line, course ? line.skip(i + 1, Kind.OF, Kind.THE) : i, slice, course);
    }
    int from = start + 1;
    from = line.sign(from, "-") ? from + 1 : from;
    Term said = looksBack ? ofEarlier(line, i, slice, from) : null;
    return said != null
        ? said
        : base(line, line.skip(from, Kind.OF, Kind.THE, Kind.ON), slice, true);
  }

  /// « la semaine prochaine, plutôt en milieu de semaine », « en janvier, pas la première quinzaine
  /// »: of the period said before.
  private static @Nullable Term ofEarlier(Line line, int i, Slice slice, int next) {
    int noun = line.skip(next, Kind.OF, Kind.THE);
    String unit = line.value(noun, Kind.UNIT);
    boolean modified = line.isAny(noun + 1, Kind.NEXT, Kind.LAST, Kind.AFTER_NEXT, Kind.CURRENT);
    boolean which = modified || line.digits(noun + 1) || line.is(noun + 1, Kind.OF);
    boolean half = slice == Slice.FIRST_HALF || slice == Slice.SECOND_HALF;
    if (unit.equals("WEEK") && !which) {
      DayRange said = Earlier.days(line, i);
      LocalDate monday = said == null || said.from() == null ? null : said.from();
      return said != null && monday != null && said.equals(Slice.WHOLE.ofWeek(monday))
          ? term(slice.ofWeek(monday), false, noun + 1)
          : null;
    }
    boolean month = unit.equals("MONTH") && !which;
    boolean bare = half && noun == next && !line.isAny(noun, Kind.MONTH, Kind.MONTH_SHORT);
    LocalDate said = month || bare ? Earlier.month(line, i) : null;
    return said == null ? null : term(slice.ofMonth(said), false, month ? noun + 1 : next);
  }

  private @Nullable Term base(Line line, int i, Slice slice, boolean announced) {
    int week = line.skip(i, Kind.IN);
    LocalDate monday = weeks.monday(line, week);
    if (monday != null) {
      DayRange days = slice.ofWeek(monday);
      return term(days, weeks.isTale(line, week), weeks.end(line, week));
    }
    int at = line.skip(i, BEFORE_PERIODS);
    if (line.value(at, Kind.UNIT).equals("MONTH") && line.is(at + 1, Kind.OF)) {
      at += 2;
    }
    if (line.isAny(at, Kind.MONTH, Kind.MONTH_SHORT)) {
      return month(line, at, slice, announced || at > i);
    }
    if (line.is(at, Kind.SEASON)) {
      return at > i || announced ? season(line, at) : null;
    }
    int year = announced || line.is(at - 1, Kind.ON) ? DayOfMonth.year(line, at) : 0;
    return year > 0
        ? term(slice.ofYear(LocalDate.of(year, 1, 1)), false, at + 1)
        : unit(line, i, at, slice, announced);
  }

  private static @Nullable Term unit(Line line, int i, int at, Slice slice, boolean announced) {
    boolean early = line.is(at, Kind.NEXT);
    int noun = early ? at + 1 : at;
    Function<Integer, DayRange> period = period(line, line.value(noun, Kind.UNIT), slice);
    if (period == null) {
      return null;
    }
    int after = noun + 1;
    if (early || line.is(after, Kind.NEXT)) {
      return term(period.apply(1), false, early ? after : after + 1);
    }
    if (line.is(after, Kind.AFTER_NEXT)) {
      return term(period.apply(2), false, after + 1);
    }
    if (line.is(after, Kind.LAST)) {
      return term(period.apply(-1), true, after + 1);
    }
    return present(line, i, after, slice, announced, period);
  }

  private static @Nullable Term present(
      Line line,
      int i,
      int after,
      Slice slice,
      boolean announced,
      Function<Integer, DayRange> period) {
    boolean said =
        line.is(i, Kind.THIS) || line.is(i, Kind.IN) || line.is(after, Kind.CURRENT) || announced;
    if (!said) {
      return null;
    }
    DayRange now = period.apply(0);
    boolean gone = slice != Slice.WHOLE && now.to() != null && now.to().isBefore(line.today());
    return term(
        gone ? period.apply(1) : now, false, line.is(after, Kind.CURRENT) ? after + 1 : after);
  }

  /// The period so many units from now, or null if the unit is none of the calendar's.
  private static @Nullable Function<Integer, DayRange> period(Line line, String unit, Slice slice) {
    if (unit.isEmpty()) {
      return null;
    }
    LocalDate today = line.today();
    LocalDate month = today.withDayOfMonth(1);
    Month quarter = month.getMonth().firstMonthOfQuarter();
    return switch (unit) {
      case "WEEK" -> n -> slice.ofWeek(WeekTerm.mondayOf(today).plusWeeks(n));
      case "MONTH" -> n -> slice.ofMonth(month.plusMonths(n));
      case "QUARTER" ->
          n -> slice.ofQuarter(month.withMonth(quarter.getValue()).plusMonths(3L * n));
      case "YEAR" -> n -> slice.ofYear(today.withDayOfYear(1).plusYears(n));
      default -> null;
    };
  }

  /// Short names are also words (mai, mars, sept): they are months only behind a word that
  /// announces one.
  private static @Nullable Term month(Line line, int at, Slice slice, boolean announced) {
    if (!line.is(at, Kind.MONTH) && !announced && !isBesideMonth(line, at)) {
      return null;
    }
    int month = Math.max(line.number(at, Kind.MONTH), line.number(at, Kind.MONTH_SHORT));
    LocalDate first = LocalDate.of(line.today().getYear(), month, 1);
    int year = DayOfMonth.year(line, at + 1);
    if (year > 0) {
      return term(slice.ofMonth(first.withYear(year)), false, at + 2);
    }
    boolean current = month == line.today().getMonthValue();
    if (line.is(at + 1, Kind.NEXT)) {
      boolean later = current || first.isBefore(line.today());
      return term(slice.ofMonth(later ? first.plusYears(1) : first), false, at + 2);
    }
    if (line.is(at + 1, Kind.LAST)) {
      return term(
          slice.ofMonth(first.isBefore(line.today()) ? first : first.minusYears(1)), true, at + 2);
    }
    return coming(line, first, slice, at + 1);
  }

  /// « février ou mars », « de mars à mai ».
  private static boolean isBesideMonth(Line line, int at) {
    boolean joined = line.isAny(at - 1, Kind.TO, Kind.AND, Kind.OR) || line.sign(at - 1, "-");
    int before = joined ? at - 2 : at - 1;
    boolean opens =
        line.isAny(at - 1, Kind.OF, Kind.BETWEEN) && line.isAny(at + 1, Kind.TO, Kind.AND);
    return opens || line.isAny(before, Kind.MONTH, Kind.MONTH_SHORT);
  }

  private static Term coming(Line line, LocalDate first, Slice slice, int end) {
    DayRange days = slice.ofMonth(first);
    boolean gone = days.to() != null && days.to().isBefore(line.today());
    boolean current = first.getMonth() == line.today().getMonth();
    return gone && !current
        ? term(slice.ofMonth(first.plusYears(1)), false, end)
        : term(days, gone, end);
  }

  private static Term season(Line line, int at) {
    String[] bounds = line.value(at, Kind.SEASON).split("\\.\\.", -1);
    int year = line.today().getYear();
    LocalDate from = LocalDate.parse(year + "-" + bounds[0]);
    LocalDate to = LocalDate.parse(year + "-" + bounds[1]);
    to = to.isBefore(from) ? to.plusYears(1) : to;
    boolean gone = to.isBefore(line.today());
    return term(
        DayRange.of(gone ? from.plusYears(1) : from, gone ? to.plusYears(1) : to), false, at + 1);
  }

  private static Term term(DayRange days, boolean tale, int end) {
    return new Term(new DayTerm.Fixed(days, tale, !tale), end);
  }
}
