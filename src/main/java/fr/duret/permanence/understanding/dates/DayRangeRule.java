package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// « du 3 au 5 », « de lundi à mercredi », « entre le 28 novembre et le 2 décembre », « 13-15
/// juillet », « lundi au jeudi ».
final class DayRangeRule implements Rule {

  private static final Kinds ARTICLES = Kinds.of(Kind.THE, Kind.IN, Kind.ON);

  @Override
  public @Nullable Match at(Line line, int i) {
    int week = line.skip(i, ARTICLES);
    boolean named = line.value(week, Kind.UNIT).equals("WEEK") && line.is(week + 1, Kind.OF);
    return range(line, named ? week + 1 : i);
  }

  private static @Nullable Match range(Line line, int i) {
    boolean between = line.is(i, Kind.BETWEEN);
    if (between && (line.is(i - 1, Kind.CHOOSE) || line.is(i - 2, Kind.CHOOSE))) {
      // « choisir entre mardi et jeudi » is one of the two.
      return null;
    }
    boolean opened = between || line.is(i, Kind.OF);
    if (!between && isMoved(line, opened ? i : i - 1)) {
      return null;
    }
    int start = opened ? i + 1 : i;
    Term first = first(line, start, opened);
    if (first == null) {
      return null;
    }
    PartRule.Found part = opened ? PartRule.find(line, first.end()) : null;
    int firstEnd = part == null || part.today() ? first.end() : part.end();
    int to = joint(line, firstEnd, between, opened);
    Term last = to < 0 ? null : Terms.at(line, to, isBareAllowed(line, first, to, between));
    if (last == null || !(opened || !isBare(first.term()) || isDated(last.term()))) {
      return null;
    }
    // « entre mercredi midi et vendredi soir »: all of these days.
    PartRule.Found lastPart = firstEnd > first.end() ? PartRule.find(line, last.end()) : null;
    int end = lastPart == null || lastPart.today() ? last.end() : lastPart.end();
    return Match.of(new DayTerm.Between(first.term(), last.term()), end);
  }

  private static @Nullable Term first(Line line, int start, boolean opened) {
    Term first = Terms.at(line, start, opened);
    boolean number = line.isAny(start, Kind.NUMBER, Kind.ORDINAL);
    if (first != null || !number || line.number(start) > 31) {
      return first;
    }
    // « 13-15 juillet »: the guard of lone numbers sees the hyphen and refuses; the month at the
    // end decides.
    boolean bare =
        (line.sign(start + 1, "-") || line.is(start + 1, Kind.TO)) && line.is(start, Kind.NUMBER);
    return bare && line.number(start) > 0
        ? new Term(new DayTerm.Numbered(null, line.number(start), 0, 0), start + 1)
        : null;
  }

  /// The index after what joins the two ends, or −1.
  private static int joint(Line line, int at, boolean between, boolean opened) {
    if (between) {
      return line.is(at, Kind.AND) ? at + 1 : -1;
    }
    if (line.isAny(at, Kind.TO, Kind.UNTIL)) {
      int next = line.skip(at, Kind.TO, Kind.UNTIL);
      return opened || !line.text(at).equals("a") || line.is(next, Kind.WEEKDAY) ? next : -1;
    }
    return line.sign(at, "-") ? at + 1 : -1;
  }

  private static boolean isBareAllowed(Line line, Term first, int to, boolean between) {
    boolean hyphen = line.sign(to - 1, "-");
    if (hyphen) {
      return between || first.term() instanceof DayTerm.Numbered;
    }
    return between || !line.text(to - 1).equals("a");
  }

  private static boolean isBare(DayTerm term) {
    return term instanceof DayTerm.Numbered numbered
        && numbered.month() == 0
        && numbered.weekday() == null;
  }

  private static boolean isDated(DayTerm term) {
    return term instanceof DayTerm.Numbered numbered && numbered.month() > 0;
  }

  /// « décaler mon rdv de mardi à jeudi » is a move, no range.
  private static boolean isMoved(Line line, int i) {
    boolean appointment = line.is(i - 1, Kind.APPOINTMENT) || line.is(i - 2, Kind.APPOINTMENT);
    boolean verb = line.is(i - 1, Kind.MOVE);
    for (int k = 0; k < i && !verb; k++) {
      verb = line.is(k, Kind.MOVE);
    }
    return verb && (appointment || line.is(i - 1, Kind.MOVE));
  }
}
