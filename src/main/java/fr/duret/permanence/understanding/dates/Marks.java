package fr.duret.permanence.understanding.dates;

import java.util.Arrays;
import java.util.List;

/// The pieces of a message with their polarities, while these are told: what all ways of telling
/// share. A denied bound is replaced by its other side.
final class Marks {

  final Line line;
  final List<Grammar.Placed> placed;
  final Piece[] pieces;
  final Polarity[] polarities;

  Marks(Line line, List<Grammar.Placed> placed) {
    this.line = line;
    this.placed = placed;
    this.pieces = placed.stream().map(Grammar.Placed::piece).toArray(Piece[]::new);
    this.polarities = new Polarity[pieces.length];
    Arrays.fill(polarities, Polarity.WANTED);
  }

  boolean isTemporal(int i) {
    return i >= 0
        && i < pieces.length
        && (pieces[i] instanceof Piece.Day || pieces[i] instanceof Piece.Time);
  }

  boolean isDay(int i) {
    return i >= 0 && i < pieces.length && pieces[i] instanceof Piece.Day;
  }

  boolean isJoin(int i, Join... joins) {
    return i >= 0
        && i < pieces.length
        && pieces[i] instanceof Piece.Link(Join join)
        && Arrays.asList(joins).contains(join);
  }

  /// Whether any day will do there.
  boolean isAnyDay(int i) {
    return isDay(i)
        && pieces[i] instanceof Piece.Day day
        && day.terms().stream().allMatch(Group::isAnyDay);
  }

  /// The next expression of time in the clause with at most so many other words between, or −1.
  int next(int from, int gaps, boolean overCommas) {
    int words = 0;
    for (int i = from + 1; i < pieces.length; i++) {
      if (isTemporal(i)) {
        return i;
      }
      boolean stops = isJoin(i, Join.BREAK, Join.BUT) || (!overCommas && isJoin(i, Join.COMMA));
      if (stops || ++words > gaps) {
        return -1;
      }
    }
    return -1;
  }

  /// The first expression of the clause before that place, or −1. A comma ends a clause unless it
  /// only parts a list.
  int clauseStart(int at) {
    int start = -1;
    for (int i = at - 1; i >= 0; i--) {
      boolean list =
          isJoin(i, Join.COMMA) && isTemporal(i + 1) && isTemporal(i - 1) && isTemporal(at - 1);
      boolean ends =
          isJoin(
              i,
              Join.BREAK,
              Join.BUT,
              Join.COMMA,
              Join.WANT,
              Join.BECAUSE,
              Join.EXCEPT,
              Join.NOT,
              Join.UNAVAILABLE);
      if (ends && !list) {
        break;
      }
      start = isTemporal(i) && polarities[i] == Polarity.WANTED ? i : start;
    }
    return start;
  }

  /// Whether the clause ends there.
  boolean isEnd(int i) {
    return i >= pieces.length || isJoin(i, Join.COMMA, Join.BREAK, Join.BUT);
  }

  void drop(int i) {
    for (int k = i; k >= 0 && isTemporal(k); k++) {
      polarities[k] = Polarity.DROPPED;
    }
  }
}
