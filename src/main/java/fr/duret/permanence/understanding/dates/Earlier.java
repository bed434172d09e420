package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days said last before a place: what « le lendemain », « la suivante », « le mardi d'après »,
/// « la première quinzaine » look back to.
final class Earlier {

  /// Nobody looks further back than so many words.
  private static final int REACH = 14;

  /// Those that look back themselves are left out, so that a look back never leads to another one.
  private static final List<TermRule> RULES =
      List.of(
          new NumericDate(),
          new WeekdayTerm(false),
          new RelativeTerm(),
          new HolidayTerm(),
          new PeriodTerm(false),
          Terms::withArticle);

  private Earlier() {}

  /// The days of the last term before that lexeme, or null.
  static @Nullable DayRange days(Line line, int before) {
    Term last = null;
    for (int i = before - 1; i >= 0 && i >= before - REACH; i--) {
      Term term = at(line, i);
      if (term != null && term.end() <= before && (last == null || term.end() >= last.end())) {
        last = term;
      } else if (last != null && term == null) {
        break;
      }
    }
    return last == null ? null : range(line, last);
  }

  private static @Nullable Term at(Line line, int i) {
    Term best = null;
    for (TermRule rule : RULES) {
      Term term = rule.at(line, i);
      if (term != null && (best == null || term.end() > best.end())) {
        best = term;
      }
    }
    return best;
  }

  private static @Nullable DayRange range(Line line, Term term) {
    return new Resolver(line).resolve(term.term()).days() instanceof DayRange range
            && range.from() != null
            && range.to() != null
        ? range
        : null;
  }

  /// The one day said last, or null.
  static @Nullable LocalDate day(Line line, int before) {
    DayRange days = days(line, before);
    return days != null && days.isOneDay() ? days.from() : null;
  }

  /// The Monday of the week in which the days said last begin, or null.
  static @Nullable LocalDate monday(Line line, int before) {
    DayRange days = days(line, before);
    return days == null || days.from() == null ? null : WeekTerm.mondayOf(days.from());
  }

  /// The first of the month said last as a whole, or null.
  static @Nullable LocalDate month(Line line, int before) {
    DayRange days = days(line, before);
    LocalDate from = days == null ? null : days.from();
    return days != null && from != null && days.equals(Slice.WHOLE.ofMonth(from.withDayOfMonth(1)))
        ? from
        : null;
  }
}
