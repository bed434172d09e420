package fr.duret.permanence.understanding.dates;

import fr.duret.permanence.calendar.Holidays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Days with a name: the next one to come, or that of the year said (« noël », « lundi de Pâques
/// 2027 », « après les fêtes »).
final class HolidayTerm implements TermRule {

  private static final Kinds ARTICLES = Kinds.of(Kind.THE, Kind.AT, Kind.ON);

  private static final String EASTER = "easter+";

  @Override
  public @Nullable Term at(Line line, int i) {
    int at = line.skip(i, ARTICLES);
    if (line.is(at, Kind.HOLIDAY_SPAN)) {
      String[] bounds = line.value(at, Kind.HOLIDAY_SPAN).split("\\.\\.", -1);
      LocalDate to = next(line, year -> LocalDate.parse(year + "-" + bounds[1]));
      LocalDate from = LocalDate.parse((to.getYear() - 1) + "-" + bounds[0]);
      return new Term(DayTerm.Fixed.of(DayRange.of(from, to)), at + 1);
    }
    if (!line.is(at, Kind.HOLIDAY)) {
      return null;
    }
    IntFunction<LocalDate> day = days(line.value(at, Kind.HOLIDAY));
    int year = DayOfMonth.year(line, at + 1);
    return year > 0
        ? new Term(DayTerm.Fixed.day(day.apply(year)), at + 2)
        : new Term(DayTerm.Fixed.day(next(line, day)), at + 1);
  }

  private static IntFunction<LocalDate> days(String value) {
    if (value.startsWith(EASTER)) {
      int after = Integer.parseInt(value.substring(EASTER.length()));
      return year -> Holidays.easter(year).plusDays(after);
    }
    MonthDay day = MonthDay.parse("--" + value);
    return day::atYear;
  }

  private static LocalDate next(Line line, IntFunction<LocalDate> day) {
    LocalDate thisYear = day.apply(line.today().getYear());
    return thisYear.isBefore(line.today()) ? day.apply(line.today().getYear() + 1) : thisYear;
  }
}
