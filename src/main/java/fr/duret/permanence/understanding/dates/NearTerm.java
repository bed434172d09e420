package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The day before or after another: « la veille de noël », « le lendemain du 3 », « le lendemain ».
final class NearTerm implements TermRule {

  @Override
  public @Nullable Term at(Line line, int i) {
    int at = line.skip(i, Kind.THE);
    if (!line.isAny(at, Kind.EVE, Kind.NEXT_DAY)) {
      return null;
    }
    int of = line.skip(at + 1, Kind.OF, Kind.THE);
    Term term = of > at + 1 ? Terms.at(line, of, true) : null;
    LocalDate date = term == null ? null : new Resolver(line).date(term.term());
    boolean eve = line.is(at, Kind.EVE);
    if (term != null && date != null) {
      return new Term(DayTerm.Fixed.day(date.plusDays(eve ? -1 : 1)), term.end());
    }
    return eve ? null : new Term(DayTerm.Fixed.day(line.today().plusDays(1)), at + 1);
  }
}
