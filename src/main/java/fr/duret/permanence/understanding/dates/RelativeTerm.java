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
    return new Term(days < 0 ? DayTerm.Fixed.tale(day, day) : DayTerm.Fixed.day(day), i + 1);
  }
}
