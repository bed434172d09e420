package fr.duret.permanence.understanding.dates;

import java.util.List;

/// What a rule found: pieces, and the index after the last lexeme that it used.
record Match(List<Piece> pieces, int end) {

  Match {
    pieces = List.copyOf(pieces);
  }

  static Match of(Piece piece, int end) {
    return new Match(List.of(piece), end);
  }

  static Match of(DayTerm term, int end) {
    return of(Piece.Day.of(term), end);
  }
}
