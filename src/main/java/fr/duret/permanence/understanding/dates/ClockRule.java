package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times of the day by themselves: « à 10h », « vers 14h30 », « 9 ou 10h », « vers 10 ».
final class ClockRule implements Rule {

  private static final Kinds BEFORE_HOURS = Kinds.of(Kind.AT, Kind.AROUND, Kind.ON, Kind.THE);

  private static final int EARLIEST = 7;
  private static final int LATEST = 20;

  @Override
  public @Nullable Match at(Line line, int i) {
    int at = line.skip(i, BEFORE_HOURS);
    Match listed = list(line, at);
    if (listed != null) {
      return listed;
    }
    boolean noon = line.is(at, Kind.NOON) || line.is(at, Kind.MIDNIGHT);
    Clock clock = Clock.at(line, at);
    if (clock == null && line.is(at - 1, Kind.AROUND) && at > i) {
      clock = Clock.bare(line, at, EARLIEST, LATEST);
    }
    if (clock == null) {
      return isTooLate(line, i, at) ? wrong(at + 2) : null;
    }
    // « mardi midi » is the lunch hour, a part of the day; « à midi », « midi et quart » are
    // moments.
    boolean moment = line.isAny(at - 1, Kind.AT, Kind.AROUND) || clock.end() > at + 1;
    if (line.is(clock.end(), Kind.LAST)) {
      // « à 18 heures passées »
      return Match.of(Piece.Time.bound(Side.FROM, clock.meant(line)), clock.end() + 1);
    }
    return noon && !moment && line.is(at, Kind.NOON)
        ? null
        : Match.of(Piece.Time.clock(clock.meant(line)), clock.end());
  }

  /// « 9 ou 10h », « 9, 10 ou 11h ».
  private static @Nullable Match list(Line line, int i) {
    List<Piece> pieces = new ArrayList<>();
    int at = i;
    while (line.is(at, Kind.NUMBER) && (line.is(at + 1, Kind.OR) || line.sign(at + 1, ","))) {
      Clock bare = Clock.bare(line, at, 1, LATEST);
      if (bare == null) {
        return null;
      }
      pieces.add(Piece.Time.clock(bare.meant(line)));
      pieces.add(new Piece.Link(Join.OR));
      at += 2;
    }
    Clock last = pieces.isEmpty() ? null : Clock.at(line, at);
    if (last == null || !line.is(at + 1, Kind.HOUR)) {
      return null;
    }
    pieces.add(Piece.Time.clock(last.meant(line)));
    return new Match(pieces, last.end());
  }

  /// « à 25h »: no such time.
  private static boolean isTooLate(Line line, int i, int at) {
    return at > i && line.is(at - 1, Kind.AT) && line.number(at) > 24 && line.is(at + 1, Kind.HOUR);
  }

  private static Match wrong(int end) {
    return Match.of(new Piece.Doubt(Question.of(Question.Kind.NO_SUCH_TIME, null)), end);
  }
}
