package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lowers the confidence where experience shows that misreadings hide: words of time that no rule
/// used, a denial far from what it denies, wishes of several sentences, parts that were left out.
/// Each is a reason to say what was understood before acting.
final class Caution {

  /// One reason alone takes a reading below [Reading#SURE].
  private static final double FACTOR = 0.74;

  private static final int MOST_BETWEEN = 0;
  private static final int WEEKS_OF_A_YEAR = 53;

  /// Words that nearly always say something about a date; left over, they were misunderstood.
  private static final Kinds TELLING =
      Kinds.of(
          Kind.WEEKDAY,
          Kind.WEEKDAYS,
          Kind.MONTH,
          Kind.RELATIVE,
          Kind.PART,
          Kind.NOON,
          Kind.HOUR,
          Kind.HOLIDAY,
          Kind.BEFORE,
          Kind.AFTER,
          Kind.UNTIL,
          Kind.FROM,
          Kind.LATER,
          Kind.SHIFT,
          Kind.START,
          Kind.MIDDLE,
          Kind.END,
          Kind.BETWEEN,
          Kind.SEASON,
          Kind.UNIT,
          Kind.FROM_ON,
          Kind.UNTIL_ON);

  private final Line line;
  private final List<Grammar.Placed> pieces;
  private final List<Marking.Marked> marked;
  private final List<String> reasons = new ArrayList<>();

  private Caution(Line line, List<Grammar.Placed> pieces, List<Marking.Marked> marked) {
    this.line = line;
    this.pieces = pieces;
    this.marked = marked;
  }

  /// The reasons to be cautious with that meaning.
  static List<String> reasons(
      Line line, List<Grammar.Placed> pieces, List<Marking.Marked> marked, When when) {
    Caution caution = new Caution(line, pieces, marked);
    caution.note(caution.hasLeftover(), "words of time left over");
    caution.note(caution.hasFarDenial(when), "denial");
    caution.note(caution.hasSeveralSentences(), "several sentences");
    caution.note(caution.leavesOut(), "parts left out");
    caution.note(!when.lengths().isEmpty(), "length");
    caution.note(when.wanted().size() > 1 && caution.compares(), "compared");
    caution.note(caution.hasTwoInOne(), "one day beside another");
    caution.note(caution.isTold(), "told");
    caution.note(isSaidTwice(line, when), "one day with two times");
    caution.note(caution.deniesTwo(), "one day beside another denied");
    caution.note(caution.saysSeason(), "a season");
    caution.note(caution.isToldBetween(), "other words between");
    caution.note(caution.tellsOfHimself(), "own doings");
    caution.note(caution.saysClosed(), "closed");
    caution.note(caution.mayBeHours(), "days or hours");
    caution.note(Strangeness.isDoubtful(line, pieces), "strange words");
    return List.copyOf(caution.reasons);
  }

  /// What those reasons leave of the confidence.
  static double factor(List<String> reasons) {
    return Math.pow(FACTOR, reasons.size());
  }

  private void note(boolean holds, String reason) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private boolean hasLeftover() {
    boolean[] used = new boolean[line.size() + 1];
    for (Grammar.Placed placed : pieces) {
      boolean phrase = placed.piece() instanceof Piece.Gap && placed.to() > placed.from() + 1;
      boolean bound = placed.piece() instanceof Piece.Link;
      if (phrase || bound || Dates.speaks(placed.piece())) {
        Arrays.fill(used, placed.from(), placed.to(), true);
      }
    }
    for (int i = 0; i < line.size(); i++) {
      boolean after = i > 0 && used[i - 1] && (!isLink(i - 1) || line.is(i - 1, Kind.OR));
      boolean beside = after || used[i + 1];
      if (!used[i] && (isTelling(i) || (beside && isLooseNumber(i)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLink(int lexeme) {
    return Join.at(line, lexeme) != null;
  }

  private boolean isTelling(int i) {
    Lexeme lexeme = line.lexemes().get(i);
    boolean first = lexeme.senses().beginWith(TELLING);
    boolean wholeDay = line.value(i, Kind.PART).startsWith("08:00/18:00");
    return first && !wholeDay && lexeme.text().length() > 2;
  }

  private boolean isLooseNumber(int i) {
    return line.digits(i)
        && line.number(i) <= WEEKS_OF_A_YEAR
        && !line.isAny(i + 1, Kind.NOT_A_DAY, Kind.SIGN)
        && !line.isAny(i - 1, Kind.LABEL);
  }

  /// A « pas » with words between it and the time, or a denial in a message that also wants
  /// something.
  private boolean hasFarDenial(When when) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).piece() instanceof Piece.Link(Join join)
          && (join == Join.NOT || join == Join.UNAVAILABLE)) {
        boolean adjacent = i + 1 < pieces.size() && Dates.speaks(pieces.get(i + 1).piece());
        boolean mixed = !when.wanted().isEmpty() && !when.excluded().isEmpty();
        if (mixed || (join == Join.NOT && !adjacent)) {
          return true;
        }
      }
    }
    return false;
  }

  /// « Plutôt jeudi que vendredi »: what stands after « que » is not wanted.
  private boolean compares() {
    return pieces.stream()
        .filter(placed -> Dates.speaks(placed.piece()) && placed.from() > 0)
        .anyMatch(placed -> line.lexemes().get(placed.from() - 1).text().equals("que"));
  }

  /// « La semaine d'après Noël » is neither next week nor Christmas.
  private boolean hasTwoInOne() {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      Grammar.Placed one = pieces.get(i);
      Grammar.Placed next = pieces.get(i + 1);
      boolean beside = one.to() == next.from() && one.to() > 0;
      if (beside
          && one.piece() instanceof Piece.Day
          && next.piece() instanceof Piece.Day
          && line.lexemes().get(one.to() - 1).text().contains("apres")) {
        return true;
      }
    }
    return false;
  }

  /// « Ça disjoncte tous les soirs », « je vous ai écrit cette semaine »: when something happens or
  /// has happened is no wish.
  private boolean isTold() {
    for (Grammar.Placed placed : pieces) {
      if (Dates.speaks(placed.piece()) && isToldOf(placed)) {
        return true;
      }
    }
    return false;
  }

  private boolean isToldOf(Grammar.Placed placed) {
    return Tales.before(line, placed.from()) || Tales.after(line, placed.to());
  }

  /// « Pas jeudi vendredi »: the second one may be wanted.
  private boolean deniesTwo() {
    for (int i = 1; i < marked.size(); i++) {
      Marking.Marked one = marked.get(i - 1);
      Marking.Marked next = marked.get(i);
      boolean excluded =
          one.polarity() == Polarity.EXCLUDED && next.polarity() == Polarity.EXCLUDED;
      boolean days = one.piece() instanceof Piece.Day && next.piece() instanceof Piece.Day;
      if (excluded && days) {
        return true;
      }
    }
    return false;
  }

  /// « Jeudi soir 18h30, je rentre à 18h »: without « ou » and « et » two times of one day are not
  /// two wishes.
  private static boolean isSaidTwice(Line line, When when) {
    boolean listed = false;
    for (int i = 0; i < line.size(); i++) {
      listed |= line.isAny(i, Kind.OR, Kind.AND) || line.sign(i, "/");
    }
    List<Wish> wanted = when.wanted();
    for (int i = 1; i < wanted.size(); i++) {
      for (int k = 0; k < i; k++) {
        boolean whole = wanted.get(i).time().isAny() || wanted.get(k).time().isAny();
        if ((whole || !listed) && wanted.get(i).days().equals(wanted.get(k).days())) {
          return true;
        }
      }
    }
    return false;
  }

  /// « Au printemps » is hardly ever a wish for a day.
  private boolean saysSeason() {
    for (int i = 0; i < line.size(); i++) {
      if (line.is(i, Kind.SEASON)) {
        return true;
      }
    }
    return false;
  }

  /// « Jeudi 16-18 »: two days, or two hours.
  private boolean mayBeHours() {
    for (int i = 1; i < line.size(); i++) {
      if (line.is(i - 1, Kind.WEEKDAY) && WeekdayTerm.isHours(line, i)) {
        return true;
      }
    }
    return false;
  }

  /// « Le magasin est fermé lundi »: the very day to work there, or none.
  private boolean saysClosed() {
    return pieces.stream()
        .anyMatch(placed -> placed.piece() instanceof Piece.Link(Join join) && join == Join.CLOSED);
  }

  /// « Samedi je récupère, donc lundi », « l'après-midi car le matin je dialyse »: two expressions
  /// with more than a joining word between them may say different things.
  private boolean isToldBetween() {
    int words = -1;
    for (Grammar.Placed placed : pieces) {
      if (Dates.speaks(placed.piece())) {
        if (words > MOST_BETWEEN) {
          return true;
        }
        words = 0;
      } else if (placed.piece() instanceof Piece.Gap && words >= 0) {
        words += isPlain(placed.from()) ? 0 : 1;
      }
    }
    return false;
  }

  private boolean isPlain(int lexeme) {
    return line.isAny(lexeme, Kind.NEUTRAL, Kind.ASKS, Kind.PRONOUN, Kind.NOISE);
  }

  /// « Mardi je récupère ma voiture », « nous fermons du 24 au 3 »: what he does then himself is
  /// more often a reason than a wish.
  private boolean tellsOfHimself() {
    for (Grammar.Placed placed : pieces) {
      if (Dates.speaks(placed.piece())
          && (OwnDoings.at(line, placed.to()) || OwnDoings.at(line, placed.from() - 2))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSeveralSentences() {
    boolean before = false;
    boolean ended = false;
    for (Grammar.Placed placed : pieces) {
      boolean speaks = Dates.speaks(placed.piece());
      if (speaks && ended) {
        return true;
      }
      before |= speaks;
      ended |= before && placed.piece() instanceof Piece.Link(Join join) && join == Join.BREAK;
    }
    return false;
  }

  private boolean leavesOut() {
    long meant =
        marked.stream()
            .filter(mark -> mark.polarity() != Polarity.REFERENCE)
            .filter(mark -> Dates.speaks(mark.piece()))
            .count();
    return meant < pieces.stream().filter(placed -> Dates.speaks(placed.piece())).count();
  }
}
