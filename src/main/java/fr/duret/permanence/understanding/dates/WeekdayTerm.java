package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Weekdays: alone, with a date (« mardi 24 nov. »), near (« ce mardi », « mardi prochain », «
/// mardi en huit »), in a week (« mardi de la semaine prochaine »), or every one of them (« le
/// mardi », « tous les mardis »).
final class WeekdayTerm implements TermRule {

  private static final Kinds ARTICLES =
      Kinds.of(Kind.EACH, Kind.THESE, Kind.THE, Kind.THIS, Kind.A);

  private static final int SHORT = 4;
  private final NumericDate numeric = new NumericDate();
  private final WeekTerm weeks = new WeekTerm(false);
  private final boolean looksBack;

  /// @param looksBack whether « le mardi d'après » may follow a day said before
  WeekdayTerm(boolean looksBack) {
    this.looksBack = looksBack;
  }

  @Override
  public @Nullable Term at(Line line, int i) {
    int at = line.skip(i, ARTICLES);
    if (line.is(at, Kind.WEEKDAYS)) {
      return new Term(every(line.number(at, Kind.WEEKDAYS)), at + 1);
    }
    if (!line.is(at, Kind.WEEKDAY) || at > i + 1 || isDoubtful(line, at)) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.of(line.number(at, Kind.WEEKDAY));
    int next = line.sign(at + 1, ".") && line.text(at).length() <= SHORT ? at + 2 : at + 1;
    Term dated = dated(line, weekday, next);
    if (dated != null) {
      return dated;
    }
    Term near = near(line, weekday, next);
    return near != null ? near : new Term(bare(line, weekday, at > i ? i : -1), next);
  }

  /// Abbreviations are ordinary words too (mer, jeu): they count only where something about time is
  /// near.
  private static boolean isDoubtful(Line line, int at) {
    if (line.text(at).length() > SHORT || line.size() == 1 || line.lexemes().get(at).repaired()) {
      return false;
    }
    boolean after =
        line.isAny(
                at + 1,
                Kind.NUMBER,
                Kind.PART,
                Kind.NOON,
                Kind.OR,
                Kind.AND,
                Kind.NEXT,
                Kind.ORDINAL)
            || (line.sign(at + 1, ".") && line.is(at + 2, Kind.NUMBER))
            || line.sign(at + 1, "/")
            || line.sign(at + 1, "-");
    boolean listed = line.isAny(at + 1, Kind.WEEKDAY) || line.is(at - 1, Kind.WEEKDAY);
    boolean joined =
        line.isAny(at - 1, Kind.OR, Kind.TO) || line.sign(at - 1, "/") || line.sign(at - 1, "-");
    boolean before = joined && line.is(at - 2, Kind.WEEKDAY);
    return !after && !before && !listed;
  }

  private @Nullable Term dated(Line line, DayOfWeek weekday, int next) {
    int at = line.sign(next, ",") && line.is(next + 1, Kind.THE) ? next + 1 : next;
    at = line.is(at, Kind.IS) ? at + 1 : at;
    at = line.skip(at, Kind.THE);
    if (isHours(line, at) && new Resolver(line).date(numbered(weekday, line.number(at))) == null) {
      return null;
    }
    Term found = numeric.at(line, at);
    if (found == null) {
      found = DayOfMonth.at(line, at, !isSmallWord(line, at) || at > next);
    }
    if (found != null && isHour(line, weekday, found)) {
      return null;
    }
    if (found == null || !(found.term() instanceof DayTerm.Numbered date)) {
      return found;
    }
    return new Term(
        new DayTerm.Numbered(weekday, date.day(), date.month(), date.year()), found.end());
  }

  /// « mardi 14 à 16h »: hours, unless the 14th is a Tuesday.
  private static boolean isHour(Line line, DayOfWeek weekday, Term found) {
    int to = found.end();
    boolean range =
        line.is(to, Kind.TO) && line.is(to + 1, Kind.NUMBER) && line.is(to + 2, Kind.HOUR);
    if (!range || !(found.term() instanceof DayTerm.Numbered day) || day.month() > 0) {
      return false;
    }
    DayTerm dated = new DayTerm.Numbered(weekday, day.day(), 0, 0);
    return day.day() < line.number(to + 1) && new Resolver(line).date(dated) == null;
  }

  private static DayTerm numbered(DayOfWeek weekday, int day) {
    return new DayTerm.Numbered(weekday, day, 0, 0);
  }

  /// « lundi 8-10 »: two hours of a working day, the first before the second.
  static boolean isHours(Line line, int i) {
    return line.digits(i)
        && line.sign(i + 1, "-")
        && line.digits(i + 2)
        && line.number(i) >= 7
        && line.number(i + 2) <= 20
        && line.number(i) < line.number(i + 2)
        && !line.sign(i + 3, "-")
        && !line.isAny(i + 3, Kind.MONTH, Kind.MONTH_SHORT);
  }

  /// « mardi deux techniciens » is no date.
  private static boolean isSmallWord(Line line, int at) {
    return !line.digits(at) && line.number(at) <= 2 && !line.is(at, Kind.ORDINAL);
  }

  private @Nullable Term near(Line line, DayOfWeek weekday, int next) {
    LocalDate nearest = line.today().with(TemporalAdjusters.next(weekday));
    if (line.is(next, Kind.SHIFT)) {
      return day(nearest.plusDays(line.number(next, Kind.SHIFT)), next + 1);
    }
    Term after = looksBack ? after(line, weekday, next) : null;
    if (after != null) {
      return after;
    }
    if (line.is(next, Kind.AFTER_NEXT)) {
      return day(nearest.plusWeeks(1), next + 1);
    }
    if (line.is(next, Kind.NEXT)) {
      boolean first = line.choices().first(Ambiguity.NEXT_WEEKDAY);
      return day(first ? nearest : nearest.plusWeeks(1), next + 1);
    }
    if (line.is(next, Kind.LAST)) {
      LocalDate last = line.today().with(TemporalAdjusters.previous(weekday));
      return new Term(DayTerm.Fixed.tale(last, last), next + 1);
    }
    return inWeek(line, weekday, next);
  }

  /// « le mardi après Pâques », « pas ce mardi, le mardi suivant ».
  private static @Nullable Term after(Line line, DayOfWeek weekday, int next) {
    if (line.isAny(next, Kind.AFTER, Kind.AFTER_NEXT)) {
      Term holiday = new HolidayTerm().at(line, next + 1);
      LocalDate date = holiday == null ? null : new Resolver(line).date(holiday.term());
      if (holiday != null && date != null) {
        return day(date.with(TemporalAdjusters.next(weekday)), holiday.end());
      }
    }
    if (!line.isAny(next, Kind.NEXT, Kind.AFTER_NEXT) || !WeekTerm.looksBack(line, next)) {
      return null;
    }
    LocalDate said = Earlier.day(line, line.is(next - 2, Kind.THE) ? next - 2 : next - 1);
    return said == null ? null : day(said.with(TemporalAdjusters.next(weekday)), next + 1);
  }

  private @Nullable Term inWeek(Line line, DayOfWeek weekday, int next) {
    int at = line.sign(next, "(") ? next + 1 : next;
    at = line.skip(at, Kind.OF, Kind.ON);
    LocalDate monday = weeks.monday(line, at);
    return monday == null
        ? null
        : new Term(new DayTerm.InWeek(monday, weekday), weeks.end(line, at));
  }

  private static Term day(LocalDate day, int end) {
    return new Term(DayTerm.Fixed.day(day), end);
  }

  private static DayTerm bare(Line line, DayOfWeek weekday, int prefix) {
    if (line.is(prefix, Kind.THIS) && !line.is(prefix, Kind.THE)) {
      return DayTerm.Fixed.day(line.today().with(TemporalAdjusters.nextOrSame(weekday)));
    }
    if (line.isAny(prefix, Kind.EACH, Kind.THESE, Kind.A)) {
      return every(weekday.getValue());
    }
    boolean article = line.is(prefix, Kind.THE) && !line.text(prefix).equals("la");
    return article && line.choices().first(Ambiguity.THE_WEEKDAY)
        ? every(weekday.getValue())
        : new DayTerm.Named(weekday);
  }

  private static DayTerm every(int weekday) {
    return DayTerm.Fixed.of(new EveryWeekday(DayOfWeek.of(weekday)));
  }
}
