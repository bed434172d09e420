package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.booking.Wish.Period;
import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Days;
import fr.duret.permanence.understanding.dates.EveryWeekday;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns what was understood of dates into what booking asks for.
final class Wishes {

  private Wishes() {}

  /// The same wish in booking's own terms.
  static Wish of(When when) {
    return new Wish(periods(when.wanted()), periods(when.excluded()));
  }

  private static List<Period> periods(List<fr.duret.permanence.understanding.dates.Wish> wishes) {
    return wishes.stream().map(wish -> period(wish.days(), wish.time())).toList();
  }

  private static Period period(Days days, TimeRange time) {
    LocalTime after = Optional.ofNullable(time.from()).orElse(LocalTime.MIN);
    LocalTime before = Optional.ofNullable(time.to()).orElse(LocalTime.MAX);
    return switch (days) {
      case AnyDay any -> always(Set.of()).between(after, before);
      case EveryWeekday every -> always(Set.of(every.weekday())).between(after, before);
      case DayRange range ->
          Period.days(
                  Optional.ofNullable(range.from()).orElse(LocalDate.MIN),
                  Optional.ofNullable(range.to()).orElse(LocalDate.MAX))
              .between(after, before);
    };
  }

  private static Period always(Set<DayOfWeek> weekdays) {
    return Period.days(LocalDate.MIN, LocalDate.MAX).on(weekdays);
  }
}
