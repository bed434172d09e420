package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of the day: « matin », « en fin de journée », « début d'après-midi », « ce soir »
/// (today's), « le midi », « tôt le matin ».
final class PartRule implements Rule {

  private static final Kinds BEFORE_PARTS =
      Kinds.of(Kind.THE, Kind.IN, Kind.ON, Kind.EACH, Kind.THESE, Kind.EARLY, Kind.AROUND);

  private static final LocalTime DAY_START = LocalTime.of(8, 0);
  private static final LocalTime DAY_END = LocalTime.of(18, 0);
  private static final TimeRange LUNCH = TimeRange.between(LocalTime.NOON, LocalTime.of(14, 0));

  /// A part found: its stretch, where it begins (this tells « ce soir ») and ends.
  record Found(TimeRange range, boolean today, boolean sliced, int end) {}

  @Override
  public @Nullable Match at(Line line, int i) {
    if (line.is(i, Kind.WHOLE_DAY)) {
      return Match.of(new Piece.Gap(), i + 1);
    }
    Found found = find(line, i);
    if (found == null) {
      return null;
    }
    if (isWholeDay(found.range) && !found.sliced) {
      return day(line, i, found.end);
    }
    Piece.Time time = Piece.Time.part(found.range);
    return found.today
        ? new Match(List.of(Piece.Day.of(today(line, found.range)), time), found.end)
        : Match.of(time, found.end);
  }

  /// A part at that index, its articles and prepositions included.
  static @Nullable Found find(Line line, int i) {
    int at = line.skip(i, BEFORE_PARTS);
    boolean early = line.is(i, Kind.EARLY) || (at > i && line.is(at - 1, Kind.EARLY));
    Slice slice = Slice.at(line, at);
    if (slice != Slice.WHOLE) {
      at = line.sign(at + 1, "-") ? at + 2 : at + 1;
      at = line.skip(at, Kind.OF, Kind.THE, Kind.ON);
    }
    boolean today = line.is(at, Kind.THIS);
    at = today ? at + 1 : at;
    if (line.is(at, Kind.NOON)) {
      return new Found(LUNCH, today, false, at + 1);
    }
    if (!line.is(at, Kind.PART)) {
      return null;
    }
    boolean tail = line.is(at + 1, Kind.EARLY);
    Slice which = (early || tail) && slice == Slice.WHOLE ? Slice.START : slice;
    String[] stretches = line.value(at, Kind.PART).split(" ", -1);
    return new Found(
        stretch(stretches, which), today, which != Slice.WHOLE, tail ? at + 2 : at + 1);
  }

  private static TimeRange stretch(String[] stretches, Slice slice) {
    String stretch =
        switch (slice) {
          case WHOLE -> stretches[0];
          case START, FIRST_HALF -> stretches[1];
          case MIDDLE -> stretches[2];
          case END, SECOND_HALF -> stretches[3];
        };
    int slash = stretch.indexOf('/');
    return TimeRange.between(time(stretch, 0), time(stretch, slash + 1));
  }

  /// The `08:00` of the vocabulary.
  private static LocalTime time(String stretch, int at) {
    return LocalTime.of(
        Integer.parseInt(stretch, at, at + 2, 10), Integer.parseInt(stretch, at + 3, at + 5, 10));
  }

  private static boolean isWholeDay(TimeRange range) {
    return DAY_START.equals(range.from()) && DAY_END.equals(range.to());
  }

  /// « en journée » is a stretch; « dans la journée » is today; otherwise the word adds nothing to
  /// the day beside it.
  private static Match day(Line line, int i, int end) {
    if (line.text(i).equals("en")) {
      return Match.of(Piece.Time.part(TimeRange.between(DAY_START, DAY_END)), end);
    }
    boolean beside = line.isAny(i - 1, Kind.RELATIVE, Kind.WEEKDAY, Kind.NUMBER, Kind.MONTH);
    boolean today = line.is(i, Kind.IN) && !line.is(end, Kind.OF) && !beside;
    return today ? Match.of(DayTerm.Fixed.day(line.today()), end) : Match.of(new Piece.Gap(), end);
  }

  private static DayTerm today(Line line, TimeRange range) {
    LocalDate today = line.today();
    boolean over = range.to() != null && !range.to().isAfter(line.now().toLocalTime());
    return over ? DayTerm.Fixed.tale(today, today) : DayTerm.Fixed.day(today);
  }
}
