package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// Tells for every expression of time whether it is wanted, excluded, a reference or none of these,
/// from the words around it.
final class Marking {

  private static final int FAR = 6;

  /// An expression of time with its polarity.
  record Marked(Piece piece, Polarity polarity, int index) {}

  private final Marks marks;
  private final Denials denials;
  private final Asides asides;
  private final Line line;
  private final List<Grammar.Placed> placed;
  private final Piece[] pieces;
  private final Polarity[] polarities;

  Marking(Line line, List<Grammar.Placed> placed) {
    this.line = line;
    this.placed = placed;
    marks = new Marks(line, placed);
    denials = new Denials(marks);
    asides = new Asides(marks);
    pieces = marks.pieces;
    polarities = marks.polarities;
  }

  List<Marked> marked() {
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] instanceof Piece.Link(Join join)) {
        apply(join, i);
      }
    }
    asides.compare();
    asides.leaveOwnDoings();
    asides.leaveTold();
    asides.leaveStatements();
    asides.leaveNights();
    asides.lookBack();
    asides.leaveStreets();
    List<Marked> marked = new ArrayList<>();
    for (int i = 0; i < pieces.length; i++) {
      if (polarities[i] != Polarity.DROPPED) {
        marked.add(new Marked(pieces[i], polarities[i], i));
      }
    }
    return marked;
  }

  private void apply(Join join, int i) {
    switch (join) {
      case NOT -> denials.deny(i, false);
      case UNAVAILABLE -> denials.deny(i, true);
      case CLOSED -> close(i);
      case EXCEPT -> denials.denyForward(marks.next(i, FAR, false), true);
      case REFERENCE -> refer(marks.next(i, 3, false));
      case APPOINTMENT, MOVE -> appointment(i);
      case SINCE -> asides.since(i);
      case NO -> denials.correct(i, true);
      case SLIP -> denials.correct(i, false);
      case OVER -> over(marks.next(i, 1, false));
      case FROM_ON -> bound(i, Side.FROM);
      case UNTIL_ON -> bound(i, Side.UNTIL);
      case OR, AND, COMMA, BREAK, BUT, WANT -> {}
      case BECAUSE -> asides.explain(i);
      case INCLUDED -> include(i);
      case BACK -> asides.back(i);
      case THEREFORE -> asides.conclude(i);
    }
  }

  private void refer(int i) {
    for (int k = i; k >= 0 && marks.isTemporal(k) && (k == i || !marks.isDay(k)); k++) {
      polarities[k] = polarities[k] == Polarity.WANTED ? Polarity.REFERENCE : polarities[k];
    }
  }

  /// « mon rdv de mardi », « le passage prévu demain »; « mon rdv à jeudi » is where it should go.
  private void appointment(int i) {
    int day = marks.next(i, 2, false);
    if (day < 0 || !marks.isDay(day)) {
      return;
    }
    int first = placed.get(day).from();
    boolean of = line.is(first, Kind.OF) || line.is(first - 1, Kind.OF);
    if (of) {
      refer(day);
    }
  }

  /// « D'ici vendredi, vendredi compris » says the end again.
  private void include(int i) {
    boolean bounded = false;
    for (int k = 0; k < i - 1; k++) {
      bounded |=
          pieces[k] instanceof Piece.Day day
              && (day.terms().getFirst() instanceof DayTerm.Bounded
                  || day.terms().getFirst() instanceof DayTerm.Between);
    }
    boolean bare =
        marks.isDay(i - 1)
            && pieces[i - 1] instanceof Piece.Day day
            && (day.terms().getFirst() instanceof DayTerm.Named
                || day.terms().getFirst() instanceof DayTerm.Numbered);
    if (bounded && bare) {
      polarities[i - 1] = Polarity.DROPPED;
    }
  }

  /// « il est venu mardi »: the last Tuesday.
  private void over(int i) {
    if (marks.isDay(i)
        && pieces[i] instanceof Piece.Day day
        && day.terms().getFirst() instanceof DayTerm.Named named) {
      LocalDate last = line.today().with(TemporalAdjusters.previous(named.weekday()));
      pieces[i] = Piece.Day.of(DayTerm.Fixed.tale(last, last));
    } else if (marks.isDay(i)
        && pieces[i] instanceof Piece.Day day
        && day.terms().getFirst() instanceof DayTerm.Numbered number
        && number.month() == 0) {
      LocalDate last = lastDay(number.day());
      pieces[i] = Piece.Day.of(DayTerm.Fixed.tale(last, last));
    }
  }

  /// « Lundi fermé, mardi après 10h »: where another day is wished, a closed one is not; « fermé le
  /// lundi, c'est l'occasion » wishes it.
  private void close(int i) {
    boolean parted = false;
    boolean wished = false;
    for (int k = i + 1; k < pieces.length; k++) {
      parted |= marks.isJoin(k, Join.COMMA, Join.BREAK, Join.BUT, Join.THEREFORE, Join.OR);
      wished |= parted && marks.isTemporal(k);
    }
    if (wished) {
      denials.deny(i, true);
    }
  }

  private LocalDate lastDay(int number) {
    LocalDate day = line.today();
    while (day.getDayOfMonth() != number) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// « jeudi au plus tard », « au plus tôt à 10h ».
  private void bound(int i, Side side) {
    int target = marks.isTemporal(i - 1) ? i - 1 : marks.next(i, 0, false);
    if (target < 0 || (marks.isDay(target) && marks.isJoin(target - 1, Join.OR))) {
      // « aujourd'hui ou demain dernier délai » is one of the two
      return;
    }
    if (pieces[target] instanceof Piece.Time time
        && time.range().from() != null
        && time.range().to() != null) {
      pieces[target] =
          Piece.Time.bound(side, side == Side.FROM ? time.range().from() : time.range().to());
    } else if (pieces[target] instanceof Piece.Day day) {
      DayTerm last = day.terms().getLast();
      pieces[target] =
          Piece.Day.of(last instanceof DayTerm.Bounded ? last : new DayTerm.Bounded(side, last));
      if (target + 1 < pieces.length
          && pieces[target + 1] instanceof Piece.Time time
          && time.kind() == Piece.Time.How.PART) {
        polarities[target + 1] = Polarity.DROPPED;
      }
    }
  }
}
