package fr.duret.permanence.understanding.dates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rules for one term about days; the longest wins.
final class Terms {

  private static final Kinds ARTICLES = Kinds.of(Kind.THE, Kind.THIS);

  private static final List<TermRule> RULES =
      List.of(
          new NumericDate(),
          new WeekdayTerm(true),
          new RelativeTerm(),
          new HolidayTerm(),
          new NthTerm(),
          new PeriodTerm(true),
          new NearTerm(),
          Terms::withArticle);

  private Terms() {}

  /// The term that begins there.
  ///
  /// @param announced whether a bare number may be a day (behind « du », « au », « entre le »)
  static @Nullable Term at(Line line, int i, boolean announced) {
    Term best = announced ? DayOfMonth.at(line, i, true) : null;
    for (TermRule rule : RULES) {
      Term term = rule.at(line, i);
      if (term != null && (best == null || term.end() > best.end())) {
        best = term;
      }
    }
    return best;
  }

  /// « le 3 », « ce 24 novembre », « 3 décembre ».
  static @Nullable Term withArticle(Line line, int i) {
    int at = line.skip(i, ARTICLES);
    boolean article = at > i && !line.text(i).equals("la");
    if (line.is(i, Kind.LABEL)) {
      return null;
    }
    Term numeric = at > i ? new NumericDate().at(line, at) : null;
    return numeric != null ? numeric : DayOfMonth.at(line, at, article);
  }
}
