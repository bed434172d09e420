package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One-sided wishes: « à partir du 2 », « après 14h », « avant midi », « d'ici vendredi », «
/// jusqu'au 5 », « avant la fin du mois ».
final class BoundRule implements Rule {

  private static final int REACH_OF_CLOCK = 5;

  @Override
  public @Nullable Match at(Line line, int i) {
    Side side = side(line, i);
    if (side == null) {
      return null;
    }
    int at = line.skip(i + 1, Kind.OF, Kind.TO, Kind.AT, Kind.AROUND, Kind.UNTIL);
    Match time = time(line, side, line.skip(at, Kind.THE));
    if (time != null) {
      return time;
    }
    Match day = day(line, i, side, at);
    Match part = day != null ? day : part(line, side, at);
    return part != null ? part : back(line, i, side);
  }

  /// « Mes parents arrivent samedi, il faudrait passer avant », « je rentre le 5, à partir de là »:
  /// the bound is the day said before.
  private static @Nullable Match back(Line line, int i, Side side) {
    int end = line.is(i + 1, Kind.THAT) ? i + 2 : i + 1;
    boolean closes = end >= line.size() || line.is(end, Kind.SIGN) || line.is(end, Kind.THANKS);
    boolean either = line.is(i - 1, Kind.OR) && line.isAny(i - 2, Kind.BEFORE, Kind.AFTER);
    boolean unsaid = side == Side.UNTIL && !line.is(i + 1, Kind.THAT);
    if (!closes || either || unsaid || line.is(i - 1, Kind.AND)) {
      return null;
    }
    Clock clock = clockBefore(line, i);
    if (clock != null) {
      return back(Piece.Time.bound(side, clock.meant(line)), end);
    }
    LocalDate said = Earlier.day(line, i);
    // « le 15 ou avant » holds the 15th.
    boolean or = line.is(i - 1, Kind.OR);
    Side meant = !or ? side : side == Side.BEFORE ? Side.UNTIL : Side.FROM;
    return said == null
        ? null
        : back(Piece.Day.of(new DayTerm.Bounded(meant, DayTerm.Fixed.day(said))), end);
  }

  private static Match back(Piece piece, int end) {
    return new Match(List.of(new Piece.Link(Join.BACK), piece), end);
  }

  /// A time said after the last day, near enough.
  private static @Nullable Clock clockBefore(Line line, int i) {
    for (int k = i - 1; k >= 0 && k >= i - REACH_OF_CLOCK; k--) {
      Clock clock = Clock.at(line, k);
      if (clock != null) {
        return clock;
      }
      if (line.isAny(k, Kind.WEEKDAY, Kind.MONTH, Kind.RELATIVE)) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Side side(Line line, int i) {
    if (line.text(i).equals("des") && line.text(i + 1).endsWith("s")) {
      // « que des matins » is no « dès »
      return null;
    }
    if (line.is(i, Kind.FROM) || (line.text(i).equals("des") && Clock.at(line, i + 1) != null)) {
      return Side.FROM;
    }
    if (line.is(i, Kind.BEFORE)) {
      return Side.BEFORE;
    }
    if (line.isAny(i, Kind.UNTIL, Kind.BY)) {
      return Side.UNTIL;
    }
    return line.is(i, Kind.AFTER) ? Side.AFTER : null;
  }

  private static @Nullable Match time(Line line, Side side, int at) {
    Clock clock = Clock.at(line, at);
    return clock == null ? null : Match.of(Piece.Time.bound(side, clock.meant(line)), clock.end());
  }

  private static @Nullable Match day(Line line, int i, Side side, int at) {
    boolean announced =
        at > i + 1
            || line.is(at, Kind.THE)
            || line.text(i).endsWith(" du")
            || line.text(i).endsWith(" au");
    Term term = Terms.at(line, at, announced);
    term = term != null ? term : Terms.at(line, line.skip(at, Kind.THE), announced);
    if (term == null) {
      return null;
    }
    // « avant la fin du mois » includes the end.
    boolean wholeEnd = side == Side.BEFORE && line.is(line.skip(at, Kind.THE), Kind.END);
    Side meant = wholeEnd ? Side.UNTIL : side;
    Clock clock = meant == Side.FROM ? Clock.at(line, line.skip(term.end(), Kind.AT)) : null;
    if (clock != null && line.choices().first(Ambiguity.FROM_DAY_AND_HOUR)) {
      return new Match(
          List.of(Piece.Day.of(term.term()), Piece.Time.bound(Side.FROM, clock.meant(line))),
          clock.end());
    }
    return Match.of(
        new DayTerm.Bounded(meant, weekdaysNearest(term.term())), afterPart(line, clock, term));
  }

  /// The part of a bounding day adds nothing: « dès lundi matin » is from Monday on.
  private static int afterPart(Line line, @Nullable Clock clock, Term term) {
    if (clock != null) {
      return clock.end();
    }
    PartRule.Found part = PartRule.find(line, term.end());
    return part == null || part.today() ? term.end() : part.end();
  }

  /// « avant le mardi » means one Tuesday.
  private static DayTerm weekdaysNearest(DayTerm term) {
    return term instanceof DayTerm.Fixed fixed && fixed.days() instanceof EveryWeekday every
        ? new DayTerm.Named(every.weekday())
        : term;
  }

  private static @Nullable Match part(Line line, Side side, int at) {
    PartRule.Found part = PartRule.find(line, at);
    LocalTime from = part == null ? null : part.range().from();
    LocalTime to = part == null ? null : part.range().to();
    if (part == null || from == null || to == null) {
      return null;
    }
    boolean end =
        side == Side.UNTIL || side == Side.AFTER || (part.sliced() && side == Side.BEFORE);
    Piece.Time time = Piece.Time.bound(side, end ? to : from);
    return part.today()
        ? new Match(List.of(Piece.Day.of(DayTerm.Fixed.day(line.today())), time), part.end())
        : Match.of(time, part.end());
  }
}
