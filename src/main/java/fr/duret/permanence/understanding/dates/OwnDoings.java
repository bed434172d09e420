package fr.duret.permanence.understanding.dates;

/// Tells that somebody speaks of what he does himself at a time (« mardi je récupère ma voiture »),
/// which is more often a reason than a wish.
final class OwnDoings {

  private static final int REACH_OF_VERB = 3;

  private OwnDoings() {}

  /// Whether such a clause begins there: a pronoun, and no verb of wishing or being free soon
  /// after.
  static boolean at(Line line, int i) {
    if (!line.is(i, Kind.PRONOUN)) {
      return false;
    }
    if (line.isAny(i + 1, Kind.UNTIL, Kind.FROM)) {
      // « le 31 je ferme à 16h » bounds the day
      return false;
    }
    for (int k = i + 1; k <= i + REACH_OF_VERB; k++) {
      if (line.isAny(k, Kind.ASKS, Kind.WANT, Kind.NOT, Kind.UNAVAILABLE, Kind.NEUTRAL)) {
        return isElsewhere(line, i);
      }
    }
    return true;
  }

  /// « Je suis à Lyon », « je serai chez ma fille »: not « je suis chez moi », which the vocabulary
  /// knows as being there.
  static boolean isElsewhere(Line line, int i) {
    boolean being = line.text(i + 1).equals("suis") || line.text(i + 1).startsWith("sera");
    boolean place = line.isAny(i + 2, Kind.TO) || line.text(i + 2).equals("chez");
    return line.is(i, Kind.PRONOUN) && being && place;
  }
}
