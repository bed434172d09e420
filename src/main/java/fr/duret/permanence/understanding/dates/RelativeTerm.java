package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// « demain », « après-demain », « hier », « aujourd'hui », « maintenant », « demain en huit ».
final class RelativeTerm implements TermRule {

  @Override
  public @Nullable Term at(Line line, int i) {
    if (line.is(i, Kind.NOW)) {
      return new Term(DayTerm.Fixed.day(line.today()), i + 1);
    }
    if (!line.is(i, Kind.RELATIVE)) {
      return null;
    }
    int days = line.number(i, Kind.RELATIVE);
    LocalDate day = line.today().plusDays(days);
    if (days >= 0 && line.is(i + 1, Kind.SHIFT)) {
      return new Term(DayTerm.Fixed.day(day.plusDays(line.number(i + 1, Kind.SHIFT))), i + 2);
    }
    int end = sameDay(line, day, i + 1);
    return new Term(days < 0 ? DayTerm.Fixed.tale(day, day) : DayTerm.Fixed.day(day), end);
  }

  /// « demain lundi 23 », « demain c'est dimanche »: the same day said twice ends after the second.
  private static int sameDay(Line line, LocalDate day, int next) {
    int at =
        line.sign(next, ",") || line.sign(next, "(") || line.is(next, Kind.IS) ? next + 1 : next;
    at = line.skip(at, Kind.THE);
    boolean weekday = line.is(at, Kind.WEEKDAY);
    if (weekday && line.number(at, Kind.WEEKDAY) != day.getDayOfWeek().getValue()) {
      return next;
    }
    int number = weekday ? at + 1 : at;
    Term numeric = new NumericDate().at(line, number);
    Term dated = numeric != null ? numeric : DayOfMonth.at(line, number, weekday || number > next);
    if (dated != null) {
      return day.equals(new Resolver(line).date(dated.term())) ? dated.end() : next;
    }
    return weekday ? at + 1 : next;
  }
}
