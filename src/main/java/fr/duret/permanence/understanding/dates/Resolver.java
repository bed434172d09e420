package fr.duret.permanence.understanding.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settles terms against the present: which days they are, or which question must be asked. What
/// has gone by less than two months was a slip or a tale and is asked about; what has gone longer
/// is meant for next year.
final class Resolver {

  private static final long SLIP = 60;

  /// Days, or the question to ask instead.
  record Outcome(@Nullable Days days, @Nullable Question question) {

    static Outcome of(Days days) {
      return new Outcome(days, null);
    }

    static Outcome asking(Question question) {
      return new Outcome(null, question);
    }
  }

  private final Line line;

  Resolver(Line line) {
    this.line = line;
  }

  /// What a wanted term means.
  Outcome resolve(DayTerm term) {
    return switch (term) {
      case DayTerm.Fixed fixed -> fixed(fixed);
      case DayTerm.Named named -> Outcome.of(DayRange.of(nearest(named.weekday())));
      case DayTerm.Numbered numbered -> numbered(numbered);
      case DayTerm.Bounded bounded -> bounded(bounded);
      case DayTerm.Between between -> between(between);
      case DayTerm.InWeek inWeek -> past(inWeek.day());
      case DayTerm.Impossible() -> noSuchDate();
    };
  }

  /// What an excluded term means: a bare weekday is every one.
  Outcome resolveExcluded(DayTerm term) {
    return term instanceof DayTerm.Named named
        ? Outcome.of(new EveryWeekday(named.weekday()))
        : resolve(term);
  }

  /// The one day that the term means, or null.
  @Nullable LocalDate date(DayTerm term) {
    Outcome outcome = resolve(term);
    return outcome.days() instanceof DayRange range && range.isOneDay() ? range.from() : null;
  }

  private Outcome fixed(DayTerm.Fixed fixed) {
    if (!fixed.tale()
        && fixed.days() instanceof DayRange(var from, LocalDate to)
        && to != null
        && to.plusDays(SLIP).isBefore(line.today())) {
      // « une borne posée en juin 2025 »: nobody wishes what has long gone.
      return new Outcome(null, null);
    }
    boolean asks = fixed.tale() && fixed.days() instanceof DayRange;
    return asks && fixed.days() instanceof DayRange range
        ? Outcome.asking(Question.of(Question.Kind.PAST, range.from()))
        : Outcome.of(fixed.days());
  }

  private static Outcome noSuchDate() {
    return Outcome.asking(Question.of(Question.Kind.NO_SUCH_DATE, null));
  }

  private LocalDate nearest(DayOfWeek weekday) {
    LocalDate today = line.today();
    if (today.getDayOfWeek() == weekday && !line.choices().first(Ambiguity.SAME_WEEKDAY)) {
      return today;
    }
    return today.with(TemporalAdjusters.next(weekday));
  }

  private Outcome numbered(DayTerm.Numbered term) {
    if (term.month() == 0) {
      return withoutMonth(term);
    }
    int year = term.year() > 0 ? term.year() : line.today().getYear();
    LocalDate day = dayOf(year, term.month(), term.day());
    if (term.year() > 0) {
      if (term.year() < line.today().getYear() - 1) {
        // « né le 4 juillet 1951 », « un contrat du 12 mars 2019 »: nobody wishes that.
        return new Outcome(null, null);
      }
      return day == null ? noSuchDate() : checked(term.weekday(), day);
    }
    if (day != null
        && isSlip(day)
        && (term.weekday() == null || term.weekday() == day.getDayOfWeek())) {
      return Outcome.asking(Question.of(Question.Kind.PAST, day));
    }
    LocalDate lastYears = dayOf(year - 1, term.month(), term.day());
    if (lastYears != null
        && isSlip(lastYears)
        && !saysNext()
        && (term.weekday() == null || term.weekday() == lastYears.getDayOfWeek())) {
      // « le 28 décembre » said on the 2nd of January
      return Outcome.asking(Question.of(Question.Kind.PAST, lastYears));
    }
    boolean thisYear = !YearMonth.of(year, term.month()).isBefore(YearMonth.from(line.today()));
    boolean stays = thisYear && (day == null || !day.isBefore(line.today()));
    LocalDate meant = stays ? day : dayOf(year + 1, term.month(), term.day());
    return meant == null ? noSuchDate() : checked(term.weekday(), meant);
  }

  /// « Le 28 décembre prochain »
  private boolean saysNext() {
    for (int i = 0; i < line.size(); i++) {
      if (line.is(i, Kind.NEXT)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSlip(LocalDate day) {
    return day.isBefore(line.today()) && ChronoUnit.DAYS.between(day, line.today()) <= SLIP;
  }

  private static @Nullable LocalDate dayOf(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Without a month: the first such day to come, unless a weekday says that a day just gone was
  /// meant.
  private Outcome withoutMonth(DayTerm.Numbered term) {
    LocalDate day = comingDay(term.day(), line.today());
    LocalDate before = dayOf(line.today().getYear(), line.today().getMonthValue(), term.day());
    boolean wrong = term.weekday() != null && day.getDayOfWeek() != term.weekday();
    if (wrong
        && before != null
        && before.isBefore(line.today())
        && before.getDayOfWeek() == term.weekday()) {
      return Outcome.asking(Question.of(Question.Kind.PAST, before));
    }
    if (term.weekday() == null && !line.choices().first(Ambiguity.DAY_WITHOUT_MONTH)) {
      return Outcome.of(DayRange.of(comingDay(term.day(), day.plusDays(1))));
    }
    return checked(term.weekday(), day);
  }

  private static LocalDate comingDay(int number, LocalDate from) {
    YearMonth month = YearMonth.from(from);
    LocalDate day = dayOf(month.getYear(), month.getMonthValue(), number);
    while (day == null || day.isBefore(from)) {
      month = month.plusMonths(1);
      day = dayOf(month.getYear(), month.getMonthValue(), number);
    }
    return day;
  }

  private Outcome checked(@Nullable DayOfWeek weekday, LocalDate day) {
    if (weekday != null && day.getDayOfWeek() != weekday) {
      List<Wish> either =
          List.of(Wish.of(DayRange.of(day)), Wish.of(DayRange.of(near(weekday, day))));
      return Outcome.asking(new Question(Question.Kind.WEEKDAY_MISMATCH, day, either));
    }
    return past(day);
  }

  private Outcome past(LocalDate day) {
    return day.isBefore(line.today())
        ? Outcome.asking(Question.of(Question.Kind.PAST, day))
        : Outcome.of(DayRange.of(day));
  }

  /// The day of that name nearest to the number said, not before today.
  private LocalDate near(DayOfWeek weekday, LocalDate day) {
    LocalDate before = day.with(TemporalAdjusters.previous(weekday));
    LocalDate after = day.with(TemporalAdjusters.next(weekday));
    boolean closer = ChronoUnit.DAYS.between(before, day) <= ChronoUnit.DAYS.between(day, after);
    return closer && !before.isBefore(line.today()) ? before : after;
  }

  private Outcome bounded(DayTerm.Bounded bounded) {
    Outcome inner = resolve(bounded.of());
    if (!(inner.days() instanceof DayRange range) || range.from() == null || range.to() == null) {
      return inner;
    }
    return Outcome.of(
        switch (bounded.side()) {
          case FROM -> DayRange.from(range.from());
          case AFTER -> DayRange.from(range.to().plusDays(1));
          case BEFORE -> DayRange.until(range.from().minusDays(1));
          case UNTIL -> DayRange.until(range.to());
        });
  }

  private Outcome between(DayTerm.Between between) {
    Outcome last = resolve(between.to());
    DayTerm start = start(between.from(), between.to());
    Outcome first = resolve(start);
    if (first.question() != null || last.question() != null) {
      return first.question() != null ? first : last;
    }
    if (!(first.days() instanceof DayRange from && last.days() instanceof DayRange to)
        || from.from() == null
        || to.to() == null) {
      return last;
    }
    LocalDate end = end(between.to(), from.from(), to.to());
    return end == null ? noSuchDate() : Outcome.of(DayRange.of(from.from(), end));
  }

  /// « du 3 au 5 décembre »: the month of the end is also the start's, or the one before if the
  /// start's number is higher.
  private static DayTerm start(DayTerm from, DayTerm to) {
    if (!(from instanceof DayTerm.Numbered first && to instanceof DayTerm.Numbered last)
        || first.month() > 0
        || last.month() == 0) {
      return from;
    }
    int month = first.day() <= last.day() ? last.month() : last.month() - 1;
    int year = month == 0 && last.year() > 0 ? last.year() - 1 : last.year();
    return new DayTerm.Numbered(first.weekday(), first.day(), month == 0 ? 12 : month, year);
  }

  /// An end before the start is meant after it: the next such weekday, the number in the next
  /// month, the day of the next year.
  private static @Nullable LocalDate end(DayTerm term, LocalDate from, LocalDate to) {
    if (!to.isBefore(from)) {
      return weekdayAfter(term, from, to);
    }
    return switch (term) {
      case DayTerm.Named named -> from.with(TemporalAdjusters.next(named.weekday()));
      case DayTerm.Numbered numbered when numbered.month() == 0 -> comingDay(numbered.day(), from);
      case DayTerm.Numbered numbered when numbered.year() == 0 -> to.plusYears(1);
      default -> null;
    };
  }

  private static LocalDate weekdayAfter(DayTerm term, LocalDate from, LocalDate to) {
    boolean sooner = term instanceof DayTerm.Named && to.minusWeeks(1).isAfter(from);
    return sooner ? to.minusWeeks(1) : to;
  }
}
