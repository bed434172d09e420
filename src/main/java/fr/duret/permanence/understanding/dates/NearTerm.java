package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The day before or after another: « la veille de noël », « le lendemain du 3 », « le lendemain »,
/// « le suivant ».
final class NearTerm implements TermRule {

  @Override
  public @Nullable Term at(Line line, int i) {
    int at = line.skip(i, Kind.THE);
    if (at > i && line.is(at, Kind.NEXT) && WeekTerm.looksBack(line, at)) {
      return following(line, i, at + 1);
    }
    if (!line.isAny(at, Kind.EVE, Kind.NEXT_DAY)) {
      return null;
    }
    int of = line.skip(at + 1, Kind.OF, Kind.THE);
    boolean near = of > at + 1 || line.text(at).endsWith("apres");
    Term term = near ? Terms.at(line, of, true) : null;
    LocalDate date = term == null ? null : new Resolver(line).date(term.term());
    boolean eve = line.is(at, Kind.EVE);
    if (term != null && date != null) {
      return new Term(DayTerm.Fixed.day(date.plusDays(eve ? -1 : 1)), term.end());
    }
    LocalDate said = Earlier.day(line, i);
    if (eve) {
      return said == null ? null : new Term(DayTerm.Fixed.day(said.minusDays(1)), at + 1);
    }
    return new Term(DayTerm.Fixed.day((said == null ? line.today() : said).plusDays(1)), at + 1);
  }

  /// « ce jeudi ou le suivant », « pas cette semaine, la suivante ».
  private static @Nullable Term following(Line line, int i, int end) {
    DayRange said = Earlier.days(line, i);
    LocalDate from = said == null ? null : said.from();
    if (said == null || from == null || line.isAny(end, Kind.UNIT, Kind.WEEKDAY)) {
      return null;
    }
    LocalDate monday = WeekTerm.mondayOf(from);
    if (said.equals(Slice.WHOLE.ofWeek(monday))) {
      DayRange week = Slice.WHOLE.ofWeek(monday.plusWeeks(1));
      return new Term(new DayTerm.Fixed(week, false, true), end);
    }
    return said.isOneDay() ? new Term(DayTerm.Fixed.day(from.plusWeeks(1)), end) : null;
  }
}
