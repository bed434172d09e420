package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tells for every expression of time whether it is wanted, excluded, a reference or none of these,
/// from the words around it.
final class Marking {

  private static final int NEAR = 4;
  private static final int FAR = 6;

  private final Line line;
  private final List<Grammar.Placed> placed;
  private final Piece[] pieces;
  private final Polarity[] polarities;

  /// An expression of time with its polarity.
  record Marked(Piece piece, Polarity polarity, int index) {}

  Marking(Line line, List<Grammar.Placed> placed) {
    this.line = line;
    this.placed = placed;
    this.pieces = placed.stream().map(Grammar.Placed::piece).toArray(Piece[]::new);
    this.polarities = new Polarity[pieces.length];
    Arrays.fill(polarities, Polarity.WANTED);
  }

  List<Marked> marked() {
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] instanceof Piece.Link(Join join)) {
        apply(join, i);
      }
    }
    compare();
    leaveOwnDoings();
    leaveTold();
    leaveStreets();
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
      case NOT -> deny(i, false);
      case UNAVAILABLE -> deny(i, true);
      case EXCEPT -> denyForward(next(i, FAR, false), true);
      case REFERENCE -> refer(next(i, 3, false));
      case APPOINTMENT, MOVE -> appointment(i);
      case SINCE -> since(i);
      case NO -> correct(i, true);
      case SLIP -> correct(i, false);
      case OVER -> over(next(i, 1, false));
      case FROM_ON -> bound(i, Side.FROM);
      case UNTIL_ON -> bound(i, Side.UNTIL);
      case OR, AND, COMMA, BREAK, BUT, WANT -> {}
      case BECAUSE -> explain(i);
      case INCLUDED -> include(i);
      case BACK -> back(i);
      case THEREFORE -> conclude(i);
    }
  }

  /// « Plutôt jeudi que vendredi »: what stands after « que » is not wanted.
  private void compare() {
    boolean wished = false;
    for (int i = 0; i < pieces.length; i++) {
      boolean than = line.text(placed.get(i).from() - 1).equals("que") && isTemporal(i - 2);
      if (wished && than && isTemporal(i)) {
        drop(i);
      }
      wished |= isJoin(i, Join.WANT);
    }
  }

  /// « Le 16 j'ai un enterrement », « lundi je suis à Lyon »: beside other wishes, what he does
  /// himself is no wish; without any, only where he is elsewhere.
  private void leaveOwnDoings() {
    for (int i = 0; i < pieces.length; i++) {
      int end = placed.get(i).to();
      boolean told = isTemporal(i) && polarities[i] == Polarity.WANTED && OwnDoings.at(line, end);
      if (told && (OwnDoings.isElsewhere(line, end) || wishesBeside(i))) {
        for (int k = i; k >= 0 && isTemporal(k) && polarities[k] == Polarity.WANTED; k--) {
          polarities[k] = Polarity.EXCLUDED;
        }
      }
    }
  }

  /// « Venez mercredi, ça a lâché le 28 », « ce soir, on reçoit demain »: beside a wish, what has
  /// happened or what others do is none.
  private void leaveTold() {
    for (int i = 0; i < pieces.length; i++) {
      boolean told =
          isTemporal(i) && polarities[i] == Polarity.WANTED && !isTemporal(i - 1) && isTold(i);
      if (told && wishesUntold(i)) {
        drop(i);
      }
    }
  }

  private boolean isTold(int i) {
    return Tales.before(line, placed.get(i).from()) || OwnDoings.at(line, placed.get(i).from() - 2);
  }

  private boolean wishesUntold(int told) {
    for (int k = 0; k < pieces.length; k++) {
      boolean beside = k < told || !isListedUpTo(told, k);
      boolean alike = isDay(k) || (isTemporal(k) && !isDay(told));
      if (beside && alike && polarities[k] == Polarity.WANTED && !isTold(k)) {
        return true;
      }
    }
    return false;
  }

  private boolean isListedUpTo(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (!isTemporal(k) && !isJoin(k, Join.AND)) {
        return false;
      }
    }
    return true;
  }

  /// « 3 avenue du 4 septembre » is a place.
  private void leaveStreets() {
    for (int i = 0; i < pieces.length; i++) {
      int of = placed.get(i).from() - 1;
      boolean named = isDay(i) && (line.is(of, Kind.OF) || line.is(++of, Kind.OF));
      if (named && line.is(of - 1, Kind.STREET)) {
        polarities[i] = Polarity.DROPPED;
      }
    }
  }

  private boolean wishesBeside(int i) {
    boolean parted = false;
    for (int k = i - 1; k >= 0 && !parted; k--) {
      parted = isTemporal(k) && !isTemporal(k + 1) && polarities[k] == Polarity.WANTED;
    }
    for (int k = i + 1; k < pieces.length && !parted; k++) {
      parted = isTemporal(k) && polarities[k] == Polarity.WANTED;
    }
    return parted;
  }

  /// « L'après-midi car le matin je dors »: reasons are no wishes.
  private void explain(int i) {
    for (int k = i + 1; k < pieces.length; k++) {
      if (isJoin(k, Join.COMMA, Join.BREAK, Join.BUT, Join.THEREFORE, Join.UNAVAILABLE, Join.NOT)) {
        return;
      }
      if (isTemporal(k)) {
        polarities[k] = Polarity.DROPPED;
      }
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
        isDay(i - 1)
            && pieces[i - 1] instanceof Piece.Day day
            && (day.terms().getFirst() instanceof DayTerm.Named
                || day.terms().getFirst() instanceof DayTerm.Numbered);
    if (bounded && bare) {
      polarities[i - 1] = Polarity.DROPPED;
    }
  }

  /// « L'assemblée est le 15, passez avant »: the day looked back to is not wanted.
  private void back(int i) {
    for (int k = i - 1; k >= 0; k--) {
      if (isTemporal(k)) {
        if (isDay(k)) {
          drop(k);
        } else {
          polarities[k] = Polarity.DROPPED;
        }
        return;
      }
    }
  }

  private boolean isTemporal(int i) {
    return i >= 0
        && i < pieces.length
        && (pieces[i] instanceof Piece.Day || pieces[i] instanceof Piece.Time);
  }

  private boolean isDay(int i) {
    return i >= 0 && i < pieces.length && pieces[i] instanceof Piece.Day;
  }

  private boolean isJoin(int i, Join... joins) {
    return i >= 0
        && i < pieces.length
        && pieces[i] instanceof Piece.Link(Join join)
        && Arrays.asList(joins).contains(join);
  }

  /// The next expression of time in the clause with at most so many other words between, or −1.
  private int next(int from, int gaps, boolean overCommas) {
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
  private int clauseStart(int at) {
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

  private void deny(int i, boolean unavailable) {
    int next = placed.get(i).to();
    if (!unavailable && line.is(next, Kind.OF) && !line.is(next + 1, Kind.APPOINTMENT)) {
      // « pas de contrainte » denies a thing, no day.
      return;
    }
    if (!unavailable && line.is(next, Kind.A) && !line.isAny(next + 1, Kind.WEEKDAY, Kind.PART)) {
      // « ce n'est pas un poisson »
      return;
    }
    int before = clauseStart(i);
    int after = next(i, unavailable ? FAR : NEAR, false);
    boolean adjacent = after == i + 1;
    boolean forward =
        after >= 0
            && (before < 0
                || !isDay(after)
                || (!unavailable && (adjacent || isJoin(i - 1, Join.COMMA))));
    if (forward) {
      denyForward(after, false);
    } else if (before >= 0) {
      denyBetween(before, i);
    } else if (unavailable || isEnd(i + 1) || !isJoin(i - 1, Join.COMMA)) {
      denyEarlier(i);
    }
  }

  /// Whether the clause ends there.
  private boolean isEnd(int i) {
    return i >= pieces.length || isJoin(i, Join.COMMA, Join.BREAK, Join.BUT);
  }

  /// « Vous proposez mardi ? Je ne peux pas. »: nothing in the clause, so it speaks of the last
  /// expression before.
  private void denyEarlier(int i) {
    int last = i - 1;
    while (last >= 0 && !isTemporal(last)) {
      boolean statement = isJoin(last, Join.BREAK) && !line.sign(placed.get(last).from(), "?");
      if (statement
          || isJoin(last, Join.NOT, Join.UNAVAILABLE, Join.EXCEPT, Join.WANT, Join.BECAUSE)) {
        return;
      }
      last--;
    }
    int first = last;
    while (first > 0 && isTemporal(first - 1)) {
      first--;
    }
    if (isJoin(first - 1, Join.NOT, Join.UNAVAILABLE, Join.EXCEPT)) {
      // « pas avant jeudi, je suis malade » denies nothing twice
      return;
    }
    if (last >= 0 && i - last <= FAR) {
      denyBetween(first, last + 1);
    }
  }

  private void denyBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isTemporal(i)) {
        exclude(i, true);
      }
    }
  }

  /// From the first expression to the end of the denial: of « sauf », a list with its commas; of «
  /// pas », up to the first comma.
  private void denyForward(int first, boolean exception) {
    if (first < 0) {
      return;
    }
    for (int i = first; i < pieces.length; i++) {
      boolean comma = isJoin(i, Join.COMMA);
      boolean ends =
          isJoin(
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
      boolean lists = exception && isTemporal(i - 1) && isListed(first, i);
      if (ends || (comma && !lists) || (pieces[i] instanceof Piece.Gap && isDayAfterGaps(i))) {
        return;
      }
      if (isTemporal(i)) {
        exclude(i, !exception);
      }
    }
  }

  /// « Sauf mardi, jeudi » goes on with a day; « sauf le matin, en janvier » and « sauf lundi,
  /// après le 15 » begin a wish.
  private boolean isListed(int first, int comma) {
    boolean days = IntStream.range(first, comma).anyMatch(this::isDay);
    return days
        && comma + 1 < pieces.length
        && pieces[comma + 1] instanceof Piece.Day day
        && day.terms().stream().allMatch(Marking::isSingle);
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
    int next = next(i, NEAR, false);
    return next >= 0 && isDay(next);
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

  private void drop(int i) {
    for (int k = i; k >= 0 && isTemporal(k); k++) {
      polarities[k] = Polarity.DROPPED;
    }
  }

  /// « depuis hier soir », « depuis trois jours ».
  private void since(int i) {
    if (i + 1 < pieces.length && pieces[i + 1] instanceof Piece.Lasting) {
      polarities[i + 1] = Polarity.DROPPED;
    } else {
      int first = next(i, 2, false);
      drop(first);
    }
  }

  /// « Je rentre mercredi donc jeudi »: what leads to a conclusion is no wish, if words stand
  /// between.
  private void conclude(int i) {
    boolean concludes = next(i, NEAR, false) >= 0;
    boolean words = pieces[Math.max(i - 1, 0)] instanceof Piece.Gap;
    int first = i - 1;
    boolean comma = isJoin(first, Join.COMMA);
    while (first >= 0 && !isJoin(first, Join.BREAK)) {
      first--;
    }
    boolean timeOnly = !isDay(next(i, NEAR, false));
    for (int k = first + 1; k < i && concludes && (words || comma); k++) {
      if (isTemporal(k) && !(timeOnly && isDay(k)) && polarities[k] == Polarity.WANTED) {
        polarities[k] = Polarity.DROPPED;
      }
    }
  }

  private void refer(int i) {
    for (int k = i; k >= 0 && isTemporal(k) && (k == i || !isDay(k)); k++) {
      polarities[k] = polarities[k] == Polarity.WANTED ? Polarity.REFERENCE : polarities[k];
    }
  }

  /// « mon rdv de mardi », « le passage prévu demain »; « mon rdv à jeudi » is where it should go.
  private void appointment(int i) {
    int day = next(i, 2, false);
    if (day < 0 || !isDay(day)) {
      return;
    }
    int first = placed.get(day).from();
    boolean of = line.is(first, Kind.OF) || line.is(first - 1, Kind.OF);
    if (of) {
      refer(day);
    }
  }

  /// « mardi non mercredi » is a slip; « mardi non, mercredi oui » denies.
  private void correct(int i, boolean denies) {
    if (line.sign(placed.get(i).to(), "?")) {
      // « c'est férié, non ? » denies nothing.
      return;
    }
    boolean comma = isJoin(i - 1, Join.COMMA);
    int before = comma ? i - 2 : i - 1;
    int first = before;
    while (isTemporal(first - 1)) {
      first--;
    }
    if (denies && !isTemporal(before) && isEnd(i + 1) && clauseStart(i) >= 0) {
      // « le 1er c'est donc non »
      denyBetween(clauseStart(i), i);
      return;
    }
    if (!isTemporal(before) || (isTemporal(i - 1) && isTemporal(i + 1) && !isDay(i + 1))) {
      return;
    }
    int instead = i + 1;
    while (isJoin(instead, Join.SLIP, Join.NO, Join.COMMA)) {
      instead++;
    }
    boolean answered = denies && isAnswered(instead);
    boolean slip =
        isTemporal(instead)
            && !answered
            && (instead == i + 1 || !isJoin(instead - 1, Join.COMMA) || !denies);
    if (slip) {
      drop(first);
      restoreFrom(instead);
    } else if (!comma && denies) {
      denyBetween(first, i);
    }
  }

  /// « Mardi non jeudi non », « mardi non jeudi oui »: each day has its own answer.
  private boolean isAnswered(int instead) {
    int end = instead;
    while (isTemporal(end)) {
      end++;
    }
    return end > instead
        && end < pieces.length
        && (isJoin(end, Join.NO) || line.text(placed.get(end).from()).equals("oui"));
  }

  private void restoreFrom(int i) {
    for (int k = i; isTemporal(k); k++) {
      polarities[k] = Polarity.WANTED;
    }
  }

  /// « il est venu mardi »: the last Tuesday.
  private void over(int i) {
    if (isDay(i)
        && pieces[i] instanceof Piece.Day day
        && day.terms().getFirst() instanceof DayTerm.Named named) {
      LocalDate last = line.today().with(TemporalAdjusters.previous(named.weekday()));
      pieces[i] = Piece.Day.of(DayTerm.Fixed.tale(last, last));
    }
  }

  /// « jeudi au plus tard », « au plus tôt à 10h ».
  private void bound(int i, Side side) {
    int target = isTemporal(i - 1) ? i - 1 : next(i, 0, false);
    if (target < 0) {
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
