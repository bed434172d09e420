package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Amounts of time: from now (« dans 15 jours »), within (« sous huitaine », « d'ici 2 semaines »),
/// ago, and mere lengths (« pendant 2h »).
final class AmountRule implements Rule {

  private static final int SMALL_HOUR = 6;

  @Override
  public @Nullable Match at(Line line, int i) {
    if (line.isAny(i, Kind.WITHIN, Kind.BY)) {
      Match within = within(line, i + 1);
      return within != null || !line.is(i, Kind.IN) ? within : after(line, i + 1);
    }
    if (line.is(i, Kind.IN)) {
      return after(line, i + 1);
    }
    if (line.is(i, Kind.MOVE) && line.is(i + 1, Kind.OF)) {
      return during(line, i + 2);
    }
    if (line.is(i, Kind.AGO)) {
      return ago(line, i + 1);
    }
    if (line.is(i, Kind.DURING)) {
      return during(line, line.skip(i + 1, Kind.THE, Kind.ON, Kind.OF));
    }
    return line.isAny(i, Kind.NUMBER, Kind.ABOUT_NUMBER, Kind.THE, Kind.THESE)
        ? plain(line, i)
        : null;
  }

  private static @Nullable Match within(Line line, int from) {
    Amount amount = Amount.at(line, line.skip(from, Kind.THE, Kind.TO));
    if (amount == null) {
      return null;
    }
    if (amount.isClock() && !amount.isDaysInHours()) {
      LocalDateTime moment = minutes(amount.moment(line.now(), 1));
      return new Match(
          List.of(day(moment.toLocalDate()), Piece.Time.bound(Side.UNTIL, moment.toLocalTime())),
          amount.end());
    }
    return Match.of(DayTerm.Fixed.of(DayRange.until(amount.from(line.today(), 1))), amount.end());
  }

  private static @Nullable Match after(Line line, int from) {
    boolean several = line.is(from, Kind.THE);
    Amount amount = Amount.at(line, several ? from + 1 : from);
    if (amount == null) {
      return null;
    }
    if (several) {
      return within(line, from);
    }
    return amount.isClock()
        ? moment(line, amount, 1)
        : Match.of(point(line, amount, 1), amount.end());
  }

  private static Match moment(Line line, Amount amount, int sign) {
    LocalDateTime moment = minutes(amount.moment(line.now(), sign));
    return amount.isDaysInHours()
        ? Match.of(DayTerm.Fixed.day(moment.toLocalDate()), amount.end())
        : new Match(
            List.of(day(moment.toLocalDate()), Piece.Time.clock(moment.toLocalTime())),
            amount.end());
  }

  private static DayTerm point(Line line, Amount amount, int sign) {
    return DayTerm.Fixed.day(amount.from(line.today(), sign));
  }

  private static LocalDateTime minutes(LocalDateTime moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Piece day(LocalDate day) {
    return Piece.Day.of(DayTerm.Fixed.day(day));
  }

  private static @Nullable Match ago(Line line, int from) {
    Amount amount = Amount.at(line, from);
    if (amount == null) {
      return null;
    }
    LocalDate day =
        amount.isClock()
            ? amount.moment(line.now(), -1).toLocalDate()
            : amount.from(line.today(), -1);
    return Match.of(DayTerm.Fixed.tale(day, day), amount.end());
  }

  private static @Nullable Match during(Line line, int from) {
    Amount amount = Amount.at(line, from);
    return amount == null ? null : Match.of(new Piece.Lasting(amount.length()), amount.end());
  }

  private static @Nullable Match plain(Line line, int i) {
    Amount amount = Amount.at(line, line.skip(i, Kind.THE, Kind.THESE));
    if (amount == null || line.is(amount.end(), Kind.LAST)) {
      return null;
    }
    boolean next = line.is(amount.end() - 2, Kind.NEXT) || line.is(amount.end(), Kind.NEXT);
    int end = line.is(amount.end(), Kind.NEXT) ? amount.end() + 1 : amount.end();
    if (next && !amount.isClock()) {
      LocalDate first = line.today().plusDays(1);
      return Match.of(DayTerm.Fixed.of(DayRange.of(first, amount.from(line.today(), 1))), end);
    }
    if (line.is(end, Kind.LATER) && !amount.isClock()) {
      return Match.of(point(line, amount, 1), end + 1);
    }
    return around(line, amount, end);
  }

  /// « deux jours après noël », « une semaine avant le 3 ».
  private static @Nullable Match around(Line line, Amount amount, int end) {
    boolean after = line.is(end, Kind.AFTER);
    if (after || line.is(end, Kind.BEFORE)) {
      Term term = Terms.at(line, end + 1, true);
      LocalDate date = term == null ? null : new Resolver(line).date(term.term());
      if (term != null && date != null && !amount.isClock()) {
        return Match.of(DayTerm.Fixed.day(amount.from(date, after ? 1 : -1)), term.end());
      }
    }
    return isLength(line, amount, end) ? Match.of(new Piece.Lasting(amount.length()), end) : null;
  }

  /// A few hours in words, with nothing before that makes them a time of the day; days and weeks
  /// always; years are an age.
  private static boolean isLength(Line line, Amount amount, int end) {
    if (!amount.isClock()) {
      return !amount.isYears() && !line.is(end, Kind.NEXT);
    }
    boolean work =
        line.is(end, Kind.OF) && line.text(end).equals("de") && !line.is(end + 1, Kind.PART);
    boolean minutesOnly = line.is(end - 1, Kind.MINUTE) && amount.time().toHours() < 1;
    boolean few = amount.time().toHours() <= SMALL_HOUR;
    return minutesOnly || (work && few && isThing(line, end + 1));
  }

  private static boolean isThing(Line line, int i) {
    return i < line.size()
        && (line.lexemes().get(i).senses().isEmpty() || line.isAny(i, Kind.WORD, Kind.PLAIN));
  }
}
