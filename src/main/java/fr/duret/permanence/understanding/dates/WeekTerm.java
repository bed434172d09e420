package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// One week: « cette semaine », « la semaine prochaine », « sem pro », « semaine 48 », « la semaine
/// du 30 novembre », « celle d'après ».
final class WeekTerm {

  private static final int WEEKS_OF_A_YEAR = 53;

  private static final Kinds ARTICLES = Kinds.of(Kind.THE, Kind.THIS);

  private final boolean looksBack;

  /// @param looksBack whether « la suivante » may follow a week said before; if not, it follows
  ///   this one
  WeekTerm(boolean looksBack) {
    this.looksBack = looksBack;
  }

  /// A week and the index after it.
  private record Week(LocalDate monday, boolean tale, int end) {}

  /// The week's Monday, or null if no week is said there.
  @Nullable LocalDate monday(Line line, int i) {
    Week week = find(line, i);
    return week == null ? null : week.monday;
  }

  /// The index after the week said there.
  int end(Line line, int i) {
    Week week = find(line, i);
    return week == null ? i : week.end;
  }

  /// Whether the week said there is one that has gone.
  boolean isTale(Line line, int i) {
    Week week = find(line, i);
    return week != null && week.tale;
  }

  static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private @Nullable Week find(Line line, int i) {
    int at = line.skip(i, ARTICLES);
    if (line.is(at, Kind.NEXT) && isWeek(line, at + 1)) {
      return new Week(mondayOf(line.today()).plusWeeks(1), false, at + 2);
    }
    if (line.glued(at + 1) && line.text(at).equals("s") && line.digits(at + 1)) {
      return numbered(line, at + 1);
    }
    if (!isWeek(line, at)) {
      return null;
    }
    int next = line.sign(at + 1, ".") && line.digits(at + 2) ? at + 2 : at + 1;
    return modified(line, i, next, mondayOf(line.today()));
  }

  /// Whether that word follows something said before (« suivante », « d'après »), not the present
  /// (« prochaine »).
  static boolean looksBack(Line line, int i) {
    return line.is(i, Kind.AFTER_NEXT) || line.text(i).startsWith("suivant");
  }

  private static boolean isWeek(Line line, int i) {
    return line.value(i, Kind.UNIT).equals("WEEK");
  }

  private @Nullable Week modified(Line line, int start, int next, LocalDate monday) {
    if (line.is(next, Kind.SHIFT)) {
      return new Week(monday.plusDays(7L + line.number(next, Kind.SHIFT)), false, next + 1);
    }
    Week near = nearDay(line, next);
    if (near != null) {
      return near;
    }
    boolean after = line.is(next, Kind.AFTER_NEXT);
    if (after || line.is(next, Kind.NEXT)) {
      LocalDate said = looksBack && looksBack(line, next) ? Earlier.monday(line, start) : null;
      LocalDate from = said != null ? said : after ? monday.plusWeeks(1) : monday;
      return new Week(from.plusWeeks(1), false, next + 1);
    }
    if (line.is(next, Kind.LAST)) {
      return new Week(monday.minusWeeks(1), true, next + 1);
    }
    Week other = line.digits(next) ? numbered(line, next) : ofDay(line, next);
    return other != null ? other : present(line, start, next);
  }

  private static @Nullable Week numbered(Line line, int at) {
    int week = line.number(at);
    if (week < 1 || week > WEEKS_OF_A_YEAR || line.isAny(at + 1, Kind.HOUR, Kind.UNIT)) {
      return null;
    }
    LocalDate monday = mondayOf(line.today().with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
    boolean gone = monday.plusDays(6).isBefore(line.today());
    LocalDate next = line.today().plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
    return new Week(gone ? mondayOf(next) : monday, false, at + 1);
  }

  /// « la semaine d'après Noël », « la semaine avant le 15 ».
  private static @Nullable Week nearDay(Line line, int next) {
    boolean before = line.is(next, Kind.BEFORE);
    if (!before && !line.isAny(next, Kind.AFTER, Kind.AFTER_NEXT)) {
      return null;
    }
    Term holiday = new HolidayTerm().at(line, next + 1);
    Term day = holiday != null ? holiday : DayOfMonth.at(line, line.skip(next + 1, Kind.THE), true);
    LocalDate date = day == null ? null : new Resolver(line).date(day.term());
    return day == null || date == null
        ? null
        : new Week(mondayOf(date).plusWeeks(before ? -1 : 1), false, day.end());
  }

  private static @Nullable Week ofDay(Line line, int next) {
    int at = line.skip(next, Kind.OF, Kind.THE);
    if (at == next) {
      return null;
    }
    int number = line.is(at, Kind.WEEKDAY) ? at + 1 : at;
    Term numeric = new NumericDate().at(line, number);
    Term dated = numeric != null ? numeric : DayOfMonth.at(line, number, true);
    Term day = dated != null ? dated : new HolidayTerm().at(line, at);
    LocalDate date = day == null ? null : new Resolver(line).date(day.term());
    return day == null || date == null ? null : new Week(mondayOf(date), false, day.end());
  }

  /// « cette semaine »; on a weekend people mean the one that comes.
  private static @Nullable Week present(Line line, int start, int next) {
    boolean said =
        line.is(start, Kind.THIS) || line.is(next, Kind.CURRENT) || announced(line, start);
    if (!said) {
      return null;
    }
    int end = line.is(next, Kind.CURRENT) ? next + 1 : next;
    LocalDate monday = mondayOf(line.today());
    boolean over = line.today().getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    boolean coming = over && line.choices().first(Ambiguity.WEEK_AT_ITS_END);
    return new Week(coming ? monday.plusWeeks(1) : monday, false, end);
  }

  /// « dans la semaine », « courant semaine », « fin de semaine »: the bare word is this week only
  /// behind such a word.
  private static boolean announced(Line line, int start) {
    return line.isAny(start - 1, Kind.IN, Kind.WITHIN, Kind.DURING_COURSE)
        || line.text(start - 1).equals("toute");
  }
}
