package fr.duret.permanence.understanding.dates;

/// Tells that somebody says what a day is (« demain c'est férié », « le 8 mai tombe un samedi »),
/// which is a remark and no wish.
final class Statements {

  private Statements() {}

  /// Whether the days there are told about: what they are stands in them or right after.
  static boolean at(Line line, Grammar.Placed days) {
    for (int i = days.from() + 1; i < days.to(); i++) {
      if (line.is(i, Kind.IS)) {
        return true;
      }
    }
    int next = days.to();
    if (line.is(next, Kind.FALLS)) {
      return true;
    }
    boolean article = line.isAny(next + 1, Kind.THE, Kind.A) || line.text(next + 1).equals("mon");
    boolean named = line.isAny(next + 1, Kind.HOLIDAY, Kind.DAY_OFF, Kind.WEEKDAY);
    boolean best = line.is(next + 2, Kind.BEST) || line.isAny(next + 1, Kind.BEST);
    return line.is(next, Kind.IS) && (article || named) && !best;
  }
}
