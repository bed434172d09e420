package fr.duret.permanence.understanding.dates;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins a further time of the day to those said for the same days: it is an alternative, or it
/// says the same more exactly.
final class Times {

  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final int HALF_DAY = 12;
  private static final int LAST_OF_EVENING = 9;

  private Times() {}

  static void join(
      List<Piece.Time> times, Piece.Time next, boolean or, boolean listed, boolean alternative) {
    Piece.Time last = times.getLast();
    boolean exactly = !alternative && isMomentIn(last, next);
    Piece.Time exact = or ? null : refined(last, next, listed && !exactly);
    if (exact != null) {
      times.set(times.size() - 1, exact);
    } else {
      times.add(next);
    }
  }

  /// « Mercredi soir après la gym, disons 18h45 »: a moment in the part said before.
  private static boolean isMomentIn(Piece.Time part, Piece.Time next) {
    return part.kind() == Piece.Time.How.PART
        && next.kind() == Piece.Time.How.CLOCK
        && contains(part.range(), next.range());
  }

  private static Piece.@Nullable Time refined(Piece.Time last, Piece.Time next, boolean listed) {
    Piece.Time between = between(last.range(), next.range());
    boolean bounds = last.side() != null && next.side() != null;
    if (bounds) {
      return between;
    }
    Piece.Time ended = next.side() == Side.UNTIL ? ended(last, next.range().to()) : null;
    if (ended != null) {
      return ended;
    }
    boolean partFirst = last.kind() == Piece.Time.How.PART;
    boolean partNext = next.kind() == Piece.Time.How.PART;
    if (partFirst && partNext && !listed && contains(last.range(), next.range())) {
      return next;
    }
    if (partFirst == partNext || (listed && next.side() == null)) {
      return null;
    }
    Piece.Time part = partFirst ? last : next;
    Piece.Time exact = partFirst ? next : last;
    return exact.kind() == Piece.Time.How.CLOCK ? inHalf(exact, part) : within(exact, part);
  }

  /// « Demain soir après 18h30, jusqu'à 19h30 ».
  private static Piece.@Nullable Time ended(Piece.Time range, @Nullable LocalTime end) {
    LocalTime from = range.range().from();
    LocalTime to = range.range().to();
    if (range.kind() == Piece.Time.How.PART || from == null || to == null || end == null) {
      return null;
    }
    return from.isBefore(end) && !end.isAfter(to)
        ? Piece.Time.range(TimeRange.between(from, end))
        : null;
  }

  private static boolean contains(TimeRange outer, TimeRange inner) {
    return outer.from() != null
        && outer.to() != null
        && inner.from() != null
        && inner.to() != null
        && !inner.from().isBefore(outer.from())
        && !inner.to().isAfter(outer.to());
  }

  private static Piece.@Nullable Time between(TimeRange a, TimeRange b) {
    LocalTime from = a.from() == null ? b.from() : a.from();
    LocalTime to = a.to() == null ? b.to() : a.to();
    boolean complementary = (a.from() == null) != (b.from() == null);
    return complementary && from != null && to != null && from.isBefore(to)
        ? Piece.Time.range(TimeRange.between(from, to))
        : null;
  }

  /// « 8h du soir », « 6h du matin »: the part of the day says which half.
  private static Piece.Time inHalf(Piece.Time clock, Piece.Time part) {
    LocalTime time = clock.range().from();
    LocalTime from = part.range().from();
    if (time == null || from == null) {
      return clock;
    }
    boolean late = from.getHour() >= HALF_DAY;
    boolean isLate = time.getHour() >= HALF_DAY;
    boolean fits = late == isLate || (!late && time.getHour() == HALF_DAY);
    // « l'après-midi (kiné à 10h) » speaks of two things: only small hours move.
    boolean other = late ? time.getHour() > LAST_OF_EVENING : time.getHour() == HALF_DAY + 1;
    return fits || other
        ? clock
        : Piece.Time.clock(late ? time.plusHours(HALF_DAY) : time.minusHours(HALF_DAY));
  }

  /// « le matin à partir de 10h »: what both have in common.
  private static Piece.@Nullable Time within(Piece.Time exact, Piece.Time part) {
    LocalTime from = exact.range().from() == null ? part.range().from() : exact.range().from();
    if (exact.side() != null
        && exact.side().opensForward()
        && from != null
        && EVENING.equals(part.range().from())) {
      // « ce soir après 18h30 »: nothing says when the evening ends.
      return exact;
    }
    LocalTime to = exact.range().to() == null ? part.range().to() : exact.range().to();
    return from != null && to != null && from.isBefore(to)
        ? Piece.Time.range(TimeRange.between(from, to))
        : null;
  }
}
