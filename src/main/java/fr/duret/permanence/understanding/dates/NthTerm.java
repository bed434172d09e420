package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// « le premier lundi de décembre », « le dernier vendredi du mois », « la 2e semaine de janvier »,
/// « le dernier jour du mois », « le 1er trimestre 2027 ». A week belongs to the month that holds
/// its Thursday, as ISO 8601 says of weeks and years.
final class NthTerm implements TermRule {

  private static final Kinds ARTICLES = Kinds.of(Kind.THE, Kind.ON);

  private final PeriodTerm periods = new PeriodTerm(false);

  @Override
  public @Nullable Term at(Line line, int i) {
    int at = line.skip(i, ARTICLES);
    int nth = line.is(at, Kind.LAST) ? -1 : line.number(at, Kind.ORDINAL);
    if (!line.isAny(at, Kind.LAST, Kind.ORDINAL)) {
      return null;
    }
    if (line.value(at + 1, Kind.UNIT).equals("QUARTER") && nth > 0) {
      return quarter(line, nth, at + 2);
    }
    int of = line.skip(at + 2, Kind.OF, Kind.THE);
    Term period = of > at + 2 ? month(line, of) : earlier(line, i, at + 2);
    if (period == null
        || !(period.term() instanceof DayTerm.Fixed fixed && fixed.days() instanceof DayRange range)
        || range.from() == null
        || range.to() == null) {
      return null;
    }
    DayRange days = pick(line, at + 1, nth, range.from(), range.to());
    if (days != null && range.to().getMonth() == range.from().getMonth() && gone(line, days, of)) {
      LocalDate next = range.from().plusMonths(1);
      days = pick(line, at + 1, nth, next, next.with(TemporalAdjusters.lastDayOfMonth()));
    }
    return days == null ? null : new Term(DayTerm.Fixed.of(days), period.end());
  }

  /// « le premier lundi du mois », said when it has gone, is that of the next month.
  private static boolean gone(Line line, DayRange days, int of) {
    boolean relative = line.is(of, Kind.UNIT) && !line.isAny(of + 1, Kind.NEXT, Kind.LAST);
    return relative && days.to() != null && days.to().isBefore(line.today());
  }

  /// « en juin, le 2e jeudi ».
  private static @Nullable Term earlier(Line line, int i, int end) {
    LocalDate said = Earlier.month(line, i);
    return said == null
        ? null
        : new Term(DayTerm.Fixed.period(said, said.with(TemporalAdjusters.lastDayOfMonth())), end);
  }

  private @Nullable Term month(Line line, int of) {
    if (line.value(of, Kind.UNIT).equals("MONTH")
        && !line.isAny(of + 1, Kind.NEXT, Kind.LAST, Kind.OF)) {
      LocalDate first = line.today().withDayOfMonth(1);
      LocalDate last = first.with(TemporalAdjusters.lastDayOfMonth());
      return new Term(
          DayTerm.Fixed.period(first, last), line.is(of + 1, Kind.CURRENT) ? of + 2 : of + 1);
    }
    // The preposition before a short month name announces it.
    return periods.at(line, line.is(of, Kind.MONTH_SHORT) ? of - 1 : of);
  }

  private static @Nullable DayRange pick(
      Line line, int noun, int nth, LocalDate from, LocalDate to) {
    if (line.is(noun, Kind.WEEKDAY)) {
      return weekday(DayOfWeek.of(line.number(noun, Kind.WEEKDAY)), nth, from, to);
    }
    return switch (line.value(noun, Kind.UNIT)) {
      case "DAY" -> DayRange.of(nth < 0 ? to : from.plusDays(nth - 1L));
      case "WEEK" -> around(weekday(DayOfWeek.THURSDAY, nth, from, to), 3, 3);
      case "WEEKEND" -> around(weekday(DayOfWeek.SATURDAY, nth, from, to), 0, 1);
      default -> null;
    };
  }

  private static @Nullable DayRange weekday(
      DayOfWeek weekday, int nth, LocalDate from, LocalDate to) {
    LocalDate day =
        nth < 0
            ? to.with(TemporalAdjusters.previousOrSame(weekday))
            : from.with(TemporalAdjusters.nextOrSame(weekday)).plusWeeks(nth - 1L);
    return day.isAfter(to) ? null : DayRange.of(day);
  }

  private static @Nullable DayRange around(@Nullable DayRange day, int before, int after) {
    return day == null || day.from() == null
        ? null
        : DayRange.of(day.from().minusDays(before), day.from().plusDays(after));
  }

  private static Term quarter(Line line, int nth, int next) {
    int at = line.skip(next, Kind.OF, Kind.ON);
    int year = DayOfMonth.year(line, at);
    LocalDate first = line.today().withDayOfYear(1).plusMonths(3L * (nth - 1));
    DayRange days = Slice.WHOLE.ofQuarter(year > 0 ? first.withYear(year) : first);
    boolean gone = year == 0 && days.to() != null && days.to().isBefore(line.today());
    DayRange coming = gone ? Slice.WHOLE.ofQuarter(first.plusYears(1)) : days;
    return new Term(new DayTerm.Fixed(coming, false, true), year > 0 ? at + 1 : next);
  }
}
