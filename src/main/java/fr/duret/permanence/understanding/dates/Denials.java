package fr.duret.permanence.understanding.dates;

import java.util.List;
import java.util.stream.IntStream;

/// What is denied, excepted or taken back: « pas », « sauf », « mardi non mercredi ».
final class Denials {

  private static final int NEAR = 4;
  private static final int FAR = 6;

  private final Marks marks;
  private final Line line;
  private final List<Grammar.Placed> placed;
  private final Piece[] pieces;
  private final Polarity[] polarities;

  Denials(Marks marks) {
    this.marks = marks;
    line = marks.line;
    placed = marks.placed;
    pieces = marks.pieces;
    polarities = marks.polarities;
  }

  void deny(int i, boolean unavailable) {
    int next = placed.get(i).to();
    if (!unavailable && line.is(next, Kind.OF) && !line.is(next + 1, Kind.APPOINTMENT)) {
      // « pas de contrainte » denies a thing, no day.
      return;
    }
    if (!unavailable && line.is(next, Kind.A) && !line.isAny(next + 1, Kind.WEEKDAY, Kind.PART)) {
      // « ce n'est pas un poisson »
      return;
    }
    if (!unavailable && marks.isJoin(i - 1, Join.OR) && marks.next(i, NEAR, false) < 0) {
      // « cet après-midi ou jamais », « bissextile ou pas »
      return;
    }
    int before = marks.clauseStart(i);
    int after = marks.next(i, unavailable ? FAR : NEAR, false);
    after = isParted(i, after) ? -1 : after;
    boolean adjacent = after == i + 1;
    boolean forward =
        after >= 0
            && (before < 0
                || !marks.isDay(after)
                || (!unavailable && (adjacent || marks.isJoin(i - 1, Join.COMMA))));
    if (forward) {
      denyForward(after, false);
    } else if (before >= 0) {
      denyBetween(before, i);
    } else if (unavailable || marks.isEnd(i + 1) || !marks.isJoin(i - 1, Join.COMMA)) {
      denyEarlier(i);
    }
  }

  /// « Je dors pas : samedi », « je bosse de nuit donc l'après-midi »: what follows is no more
  /// denied.
  private boolean isParted(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (line.sign(placed.get(i).from(), ":") || marks.isJoin(i, Join.THEREFORE)) {
        return true;
      }
    }
    return false;
  }

  /// « Vous proposez mardi ? Je ne peux pas. »: nothing in the clause, so it speaks of the last
  /// expression before.
  private void denyEarlier(int i) {
    int last = i - 1;
    while (last >= 0 && !marks.isTemporal(last)) {
      boolean statement =
          marks.isJoin(last, Join.BREAK) && !line.sign(placed.get(last).from(), "?");
      if (statement
          || marks.isJoin(last, Join.NOT, Join.UNAVAILABLE, Join.EXCEPT, Join.WANT, Join.BECAUSE)) {
        return;
      }
      last--;
    }
    int first = last;
    while (first > 0 && marks.isTemporal(first - 1)) {
      first--;
    }
    if (marks.isJoin(first - 1, Join.NOT, Join.UNAVAILABLE, Join.EXCEPT)) {
      // « pas avant jeudi, je suis malade » denies nothing twice
      return;
    }
    if (last >= 0 && i - last <= FAR) {
      denyBetween(first, last + 1);
    }
  }

  private void denyBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (marks.isTemporal(i)) {
        exclude(i, true);
      }
    }
  }

  /// From the first expression to the end of the denial: of « sauf », a list with its commas; of «
  /// pas », up to the first comma.
  void denyForward(int first, boolean exception) {
    if (first < 0) {
      return;
    }
    for (int i = first; i < pieces.length; i++) {
      boolean comma = marks.isJoin(i, Join.COMMA);
      boolean ends =
          marks.isJoin(
              i,
              Join.BREAK,
              Join.BUT,
              Join.WANT,
              Join.FROM_ON,
              Join.UNTIL_ON,
              Join.NOT,
              Join.UNAVAILABLE,
              Join.THEREFORE,
              Join.BECAUSE,
              Join.BACK);
      boolean lists = exception && marks.isTemporal(i - 1) && isListed(first, i);
      if (ends || (comma && !lists) || (pieces[i] instanceof Piece.Gap && isDayAfterGaps(i))) {
        return;
      }
      if (marks.isTemporal(i)) {
        exclude(i, !exception);
      }
    }
  }

  /// « Sauf mardi, jeudi » goes on with a day; « sauf le matin, en janvier » and « sauf lundi,
  /// après le 15 » begin a wish.
  private boolean isListed(int first, int comma) {
    boolean days = IntStream.range(first, comma).anyMatch(marks::isDay);
    return days
        && comma + 1 < pieces.length
        && pieces[comma + 1] instanceof Piece.Day day
        && day.terms().stream().allMatch(Denials::isSingle);
  }

  private static boolean isSingle(DayTerm term) {
    return switch (term) {
      case DayTerm.Named _, DayTerm.Numbered _, DayTerm.InWeek _ -> true;
      case DayTerm.Fixed fixed -> !fixed.period();
      case DayTerm.Bounded _, DayTerm.Between _, DayTerm.Impossible _ -> false;
    };
  }

  /// A day behind other words begins something new (« pas mardi je préfère jeudi » without a
  /// comma).
  private boolean isDayAfterGaps(int i) {
    int next = marks.next(i, NEAR, false);
    return next >= 0 && marks.isDay(next);
  }

  /// A denied bound is a wish for its other side (« pas avant 10h »).
  private void exclude(int i, boolean turnsBounds) {
    if (turnsBounds && pieces[i] instanceof Piece.Time time && time.side() != null) {
      pieces[i] = time.opposite();
      polarities[i] = Polarity.WANTED;
    } else if (turnsBounds
        && pieces[i] instanceof Piece.Day day
        && day.terms().size() == 1
        && day.terms().getFirst() instanceof DayTerm.Bounded(Side side, DayTerm of)) {
      pieces[i] = Piece.Day.of(new DayTerm.Bounded(side.opposite(), of));
      polarities[i] = Polarity.WANTED;
    } else if (polarities[i] == Polarity.WANTED) {
      polarities[i] = Polarity.EXCLUDED;
    }
  }

  /// « mardi non mercredi » is a slip; « mardi non, mercredi oui » denies.
  void correct(int i, boolean denies) {
    if (line.sign(placed.get(i).to(), "?")) {
      // « c'est férié, non ? » denies nothing.
      return;
    }
    boolean comma = marks.isJoin(i - 1, Join.COMMA);
    int before = comma ? i - 2 : i - 1;
    int first = before;
    while (marks.isTemporal(first - 1)) {
      first--;
    }
    if (denies && !marks.isTemporal(before) && marks.isEnd(i + 1) && marks.clauseStart(i) >= 0) {
      // « le 1er c'est donc non »
      denyBetween(marks.clauseStart(i), i);
      return;
    }
    if (!marks.isTemporal(before)
        || (marks.isTemporal(i - 1) && marks.isTemporal(i + 1) && !marks.isDay(i + 1))) {
      return;
    }
    int instead = i + 1;
    while (marks.isJoin(instead, Join.SLIP, Join.NO, Join.COMMA)) {
      instead++;
    }
    boolean answered = denies && isAnswered(instead);
    boolean slip =
        marks.isTemporal(instead)
            && !answered
            && (instead == i + 1 || !marks.isJoin(instead - 1, Join.COMMA) || !denies);
    if (slip) {
      marks.drop(first);
      restoreFrom(instead);
    } else if (!comma && denies) {
      denyBetween(first, i);
    }
  }

  /// « Mardi non jeudi non », « mardi non jeudi oui »: each day has its own answer.
  private boolean isAnswered(int instead) {
    int end = instead;
    while (marks.isTemporal(end)) {
      end++;
    }
    return end > instead
        && end < pieces.length
        && (marks.isJoin(end, Join.NO) || line.text(placed.get(end).from()).equals("oui"));
  }

  private void restoreFrom(int i) {
    for (int k = i; marks.isTemporal(k); k++) {
      polarities[k] = Polarity.WANTED;
    }
  }
}
