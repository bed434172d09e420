package fr.duret.permanence.understanding.dates;

import java.util.List;

/// What is said about time without being wished: own doings, tales, reasons, streets, comparisons,
/// what leads to a conclusion.
final class Asides {

  private static final int NEAR = 4;

  private final Marks marks;
  private final Line line;
  private final List<Grammar.Placed> placed;
  private final Piece[] pieces;
  private final Polarity[] polarities;

  Asides(Marks marks) {
    this.marks = marks;
    line = marks.line;
    placed = marks.placed;
    pieces = marks.pieces;
    polarities = marks.polarities;
  }

  /// « Plutôt jeudi que vendredi »: what stands after « que » is not wanted.
  void compare() {
    boolean wished = false;
    for (int i = 0; i < pieces.length; i++) {
      boolean than = line.text(placed.get(i).from() - 1).equals("que") && marks.isTemporal(i - 2);
      if (wished && than && marks.isTemporal(i)) {
        marks.drop(i);
      }
      wished |= marks.isJoin(i, Join.WANT);
    }
  }

  /// « Le 16 j'ai un enterrement », « lundi je suis à Lyon »: beside other wishes, what he does
  /// himself is no wish; without any, only where he is elsewhere.
  void leaveOwnDoings() {
    for (int i = 0; i < pieces.length; i++) {
      int end = placed.get(i).to();
      boolean told =
          marks.isTemporal(i) && polarities[i] == Polarity.WANTED && OwnDoings.at(line, end);
      if (told && (OwnDoings.isElsewhere(line, end) || wishesBeside(i))) {
        for (int k = i; k >= 0 && marks.isTemporal(k) && polarities[k] == Polarity.WANTED; k--) {
          polarities[k] = Polarity.EXCLUDED;
        }
      }
    }
  }

  /// « Venez mercredi, ça a lâché le 28 », « ce soir, on reçoit demain »: beside a wish, what has
  /// happened or what others do is none.
  void leaveTold() {
    for (int i = 0; i < pieces.length; i++) {
      boolean told =
          marks.isTemporal(i)
              && polarities[i] == Polarity.WANTED
              && !marks.isTemporal(i - 1)
              && isTold(i);
      if (told && wishesUntold(i)) {
        marks.drop(i);
      }
    }
  }

  /// « Demain c'est férié, mardi ça joue »: what a day is, said beside a wish, is a remark.
  void leaveStatements() {
    for (int i = 0; i < pieces.length; i++) {
      if (marks.isDay(i)
          && polarities[i] == Polarity.WANTED
          && Statements.at(line, placed.get(i))
          && wishesElsewhere(i)) {
        marks.drop(i);
        int said = marks.next(i, 1, false);
        if (marks.isDay(said) && placed.get(said).from() <= placed.get(i).to() + 1) {
          // « le 8 mai tombe un samedi »
          polarities[said] = Polarity.DROPPED;
        }
      }
    }
  }

  private boolean wishesElsewhere(int i) {
    for (int k = 0; k < pieces.length; k++) {
      boolean said = k > i && placed.get(k).from() <= placed.get(i).to() + 1;
      boolean other = placed.get(k).from() != placed.get(i).from() && marks.isDay(k) && !said;
      if (other && polarities[k] == Polarity.WANTED && !Statements.at(line, placed.get(k))) {
        return true;
      }
    }
    return false;
  }

  /// « Le fournil tourne la nuit, passez à 14h »: nobody asks an electrician to come at night where
  /// he names another time.
  void leaveNights() {
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] instanceof Piece.Time time && time.isNight() && speaksBeside(i)) {
        polarities[i] = Polarity.DROPPED;
        boolean tonight = marks.isDay(i - 1) && placed.get(i - 1).from() == placed.get(i).from();
        if (tonight) {
          polarities[i - 1] = Polarity.DROPPED;
        }
      }
    }
  }

  private boolean speaksBeside(int night) {
    for (int k = 0; k < pieces.length; k++) {
      boolean other = placed.get(k).from() != placed.get(night).from();
      if (other && marks.isTemporal(k) && polarities[k] == Polarity.WANTED) {
        return !marks.isTemporal(night - 1)
            || placed.get(night - 1).from() == placed.get(night).from();
      }
    }
    return false;
  }

  /// « Ouverture le 8, il faut passer la veille »: the day looked back to is not wanted, unless it
  /// is an alternative.
  void lookBack() {
    for (int i = 1; i < pieces.length; i++) {
      int at = line.skip(placed.get(i).from(), Kind.THE);
      boolean back = marks.isDay(i) && line.isAny(at, Kind.EVE, Kind.NEXT_DAY);
      if (back
          && placed.get(i).to() == at + 1
          && !marks.isJoin(i - 1, Join.OR, Join.AND)
          && !marks.isTemporal(i - 1)) {
        dropSaid(i);
      }
    }
  }

  private void dropSaid(int i) {
    int last = i - 1;
    while (last >= 0 && !marks.isDay(last)) {
      last--;
    }
    if (last >= 0 && polarities[last] == Polarity.WANTED) {
      marks.drop(last);
    }
  }

  private boolean isTold(int i) {
    return Tales.before(line, placed.get(i).from()) || OwnDoings.at(line, placed.get(i).from() - 2);
  }

  private boolean wishesUntold(int told) {
    for (int k = 0; k < pieces.length; k++) {
      boolean beside = k < told || !isListedUpTo(told, k);
      boolean alike = marks.isDay(k) || (marks.isTemporal(k) && !marks.isDay(told));
      if (beside && alike && polarities[k] == Polarity.WANTED && !isTold(k)) {
        return true;
      }
    }
    return false;
  }

  private boolean isListedUpTo(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (!marks.isTemporal(k) && !marks.isJoin(k, Join.AND)) {
        return false;
      }
    }
    return true;
  }

  /// « 3 avenue du 4 septembre » is a place.
  void leaveStreets() {
    for (int i = 0; i < pieces.length; i++) {
      int of = placed.get(i).from() - 1;
      boolean named = marks.isDay(i) && (line.is(of, Kind.OF) || line.is(++of, Kind.OF));
      if (named && line.is(of - 1, Kind.STREET)) {
        polarities[i] = Polarity.DROPPED;
      }
    }
  }

  private boolean wishesBeside(int i) {
    boolean parted = false;
    for (int k = i - 1; k >= 0 && !parted; k--) {
      parted = marks.isTemporal(k) && !marks.isTemporal(k + 1) && polarities[k] == Polarity.WANTED;
    }
    for (int k = i + 1; k < pieces.length && !parted; k++) {
      parted = marks.isTemporal(k) && polarities[k] == Polarity.WANTED;
    }
    return parted;
  }

  /// « L'après-midi car le matin je dors »: reasons are no wishes.
  void explain(int i) {
    for (int k = i + 1; k < pieces.length; k++) {
      if (marks.isJoin(
          k, Join.COMMA, Join.BREAK, Join.BUT, Join.THEREFORE, Join.UNAVAILABLE, Join.NOT)) {
        return;
      }
      if (marks.isTemporal(k)) {
        polarities[k] = Polarity.DROPPED;
      }
    }
  }

  /// « L'assemblée est le 15, passez avant »: the day looked back to is not wanted.
  void back(int i) {
    for (int k = i - 1; k >= 0; k--) {
      if (marks.isTemporal(k)) {
        if (marks.isDay(k)) {
          marks.drop(k);
        } else {
          polarities[k] = Polarity.DROPPED;
        }
        return;
      }
    }
  }

  /// « depuis hier soir », « depuis trois jours ».
  void since(int i) {
    if (i + 1 < pieces.length && pieces[i + 1] instanceof Piece.Lasting) {
      polarities[i + 1] = Polarity.DROPPED;
    } else {
      int first = marks.next(i, 2, false);
      marks.drop(first);
    }
  }

  /// Whether what stands before the first expression there is a clause of his own doings.
  private boolean told(int from, int to) {
    for (int k = from; k < to && !marks.isTemporal(k); k++) {
      int at = placed.get(k).from();
      boolean own = line.is(at, Kind.PRONOUN) && OwnDoings.at(line, at);
      if (own || (line.is(at, Kind.AUXILIARY) && line.is(at - 1, Kind.PRONOUN))) {
        return true;
      }
    }
    return false;
  }

  /// « Je rentre mercredi donc jeudi »: what leads to a conclusion is no wish, if words stand
  /// between.
  void conclude(int i) {
    boolean concludes = marks.next(i, NEAR, false) >= 0;
    boolean words = pieces[Math.max(i - 1, 0)] instanceof Piece.Gap;
    int first = i - 1;
    boolean comma = marks.isJoin(first, Join.COMMA);
    while (first >= 0 && !marks.isJoin(first, Join.BREAK)) {
      first--;
    }
    int next = marks.next(i, NEAR, false);
    boolean timeOnly = !marks.isDay(next);
    boolean any = marks.isDay(next) && marks.isAnyDay(next);
    boolean clause = told(first + 1, i);
    for (int k = first + 1; k < i && concludes && (words || comma || clause) && !any; k++) {
      if (marks.isTemporal(k)
          && !(timeOnly && marks.isDay(k))
          && polarities[k] == Polarity.WANTED) {
        polarities[k] = Polarity.DROPPED;
      }
    }
  }
}
