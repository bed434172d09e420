package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through a message from left to right and takes the longest piece that any rule finds.
final class Grammar {

  private static final List<Rule> RULES =
      List.of(
          new TimeRangeRule(),
          new DayRangeRule(),
          new BoundRule(),
          new AmountRule(),
          new DayRule(),
          new ClockRule(),
          new PartRule());

  /// Kinds that begin no expression of time.
  private static final Kinds OUTSIDE =
      Kinds.of(
          Kind.SIGN,
          Kind.NOISE,
          Kind.NEUTRAL,
          Kind.WORD,
          Kind.PLAIN,
          Kind.FALLS,
          Kind.DAY_OFF,
          Kind.BEST,
          Kind.IF_WORKING,
          Kind.CLOSED,
          Kind.WANT,
          Kind.NOT,
          Kind.EXCEPT,
          Kind.BUT,
          Kind.OR,
          Kind.AND,
          Kind.APPOINTMENT,
          Kind.PRONOUN,
          Kind.ASKS,
          Kind.BECAUSE,
          Kind.FAULT,
          Kind.AUXILIARY,
          Kind.AFTER_J,
          Kind.THAT,
          Kind.THANKS,
          Kind.INCLUDED,
          Kind.THEREFORE,
          Kind.CHOOSE,
          Kind.IS,
          Kind.UNAVAILABLE,
          Kind.OWN,
          Kind.NO,
          Kind.SLIP,
          Kind.OVER,
          Kind.NOT_A_DAY,
          Kind.STREET,
          Kind.REFERENCE,
          Kind.SINCE);

  private static final Kinds SMALL =
      Kinds.of(
          Kind.THE, Kind.OF, Kind.ON, Kind.TO, Kind.AT, Kind.THIS, Kind.AROUND, Kind.IN, Kind.A);

  /// A piece and the lexemes it took.
  record Placed(Piece piece, int from, int to) {}

  private Grammar() {}

  static List<Placed> pieces(Line line) {
    List<Placed> pieces = new ArrayList<>();
    int at = 0;
    while (at < line.size()) {
      at = next(line, at, pieces);
    }
    return pieces;
  }

  private static int next(Line line, int at, List<Placed> pieces) {
    int label = endOfLabel(line, at);
    if (label > at) {
      pieces.add(new Placed(new Piece.Gap(), at, label));
      return label;
    }
    if (line.is(at, Kind.SAME_TIME)) {
      pieces.add(new Placed(timeBefore(pieces), at, at + 1));
      return at + 1;
    }
    Match best = longest(line, at);
    if (best != null) {
      for (Piece piece : best.pieces()) {
        pieces.add(new Placed(piece, at, best.end()));
      }
      return best.end();
    }
    Join join = Join.at(line, at);
    if (join != null) {
      pieces.add(new Placed(new Piece.Link(join), at, at + 1));
    } else if (!line.isAny(at, SMALL)) {
      pieces.add(new Placed(new Piece.Gap(), at, at + 1));
    }
    return at + 1;
  }

  /// « à 14h ou lundi même heure »: the time said before.
  private static Piece timeBefore(List<Placed> pieces) {
    return pieces.reversed().stream()
        .map(Placed::piece)
        .filter(Piece.Time.class::isInstance)
        .findFirst()
        .orElse(new Piece.Gap());
  }

  private static @Nullable Match longest(Line line, int at) {
    if (isOutside(line, at)) {
      return null;
    }
    Match best = null;
    for (Rule rule : RULES) {
      Match match = rule.at(line, at);
      if (match != null && (best == null || match.end() > best.end())) {
        best = match;
      }
    }
    return best;
  }

  /// Most words of a message are unknown to the vocabulary; only « S48 » begins with such a word.
  private static boolean isOutside(Line line, int at) {
    Senses senses = line.lexemes().get(at).senses();
    return senses.isEmpty() ? !line.glued(at + 1) : senses.kinds().within(OUTSIDE);
  }

  /// « code 2411 », « rue du 8 mai », « devis du 3 décembre »: what follows a label names a thing,
  /// no day.
  private static int endOfLabel(Line line, int at) {
    if (!line.is(at, Kind.LABEL)) {
      return at;
    }
    int next = line.sign(at + 1, "°") || line.sign(at + 1, ":") ? at + 2 : at + 1;
    next = line.is(next, Kind.LABEL) ? next + 1 : next;
    if (line.isAny(next, Kind.MONTH, Kind.WEEKDAY, Kind.HOLIDAY) && next == at + 1) {
      return next + 1;
    }
    if (line.digits(next)) {
      return endOfDate(line, next + 1, next + 1);
    }
    if (line.is(next, Kind.OF) && line.digits(next + 1) && isAmount(line, next + 2)) {
      return endOfDate(line, next + 3, next + 3);
    }
    return endOfDate(line, next, at);
  }

  /// The end of a date behind « du », or the other index if there is none.
  private static int endOfDate(Line line, int next, int otherwise) {
    int of = line.skip(next, Kind.OF, Kind.THE);
    Term term = of > next ? Terms.at(line, of, true) : null;
    return term != null && term.term() instanceof DayTerm.Numbered ? term.end() : otherwise;
  }

  private static boolean isAmount(Line line, int i) {
    return line.sign(i, "€") || line.is(i, Kind.NOT_A_DAY);
  }
}
