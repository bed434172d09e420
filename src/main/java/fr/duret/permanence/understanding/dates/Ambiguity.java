package fr.duret.permanence.understanding.dates;

/// A fork where French leaves two readings. The first one is taken; the second makes an alternative
/// hypothesis.
enum Ambiguity {
  /// « mardi » said on a Tuesday: in a week, or today.
  SAME_WEEKDAY(0.74),
  /// « mardi prochain »: the first to come, or the one of next week.
  NEXT_WEEKDAY(0.85),
  /// « le mardi »: every Tuesday, or the first to come.
  THE_WEEKDAY(0.74),
  /// « cette semaine » said on a weekend: the coming week, or the one that ends.
  WEEK_AT_ITS_END(0.85),
  /// « à 2h »: in the afternoon, or in the night.
  SMALL_HOUR(0.74),
  /// « le 3 » without a month: the first to come, or the one of the month after.
  DAY_WITHOUT_MONTH(0.96),
  /// « à partir de mardi 14h »: Tuesday from 14 h, or Tuesday and all days after.
  FROM_DAY_AND_HOUR(0.7);

  private final double prior;

  Ambiguity(double prior) {
    this.prior = prior;
  }

  /// How likely the first reading is.
  double prior() {
    return prior;
  }
}
