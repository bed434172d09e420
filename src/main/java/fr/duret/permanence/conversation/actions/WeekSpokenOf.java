package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.understanding.dates.Dates;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads dates as people mean them who speak of a day already named: after offers on Tuesday the
/// 8th, « plutôt mercredi » is the 9th and not the Wednesday of this week.
///
/// @param dates reads dates
/// @param now local time of receipt
/// @param day the first of the days offered, or that of the visit spoken of; empty if none is
record WeekSpokenOf(Dates dates, LocalDateTime now, Optional<LocalDate> day) {

  private static final int WEEK = 7;

  /// What the text says.
  ///
  /// @param after words for the week after the one spoken of
  When read(String text, List<String> after) {
    When plain = dates.read(text, now).best();
    if (day.isPresent() && after.stream().anyMatch(words -> Words.contains(text, words))) {
      return weekAfter(text, day.get());
    }
    if (!isBareWeekday(text, plain)) {
      return plain;
    }
    return day.map(named -> named.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)))
        .filter(before -> before.isAfter(now.toLocalDate()))
        .map(before -> inWeekAfter(before, text))
        .filter(when -> !when.equals(When.NONE))
        .orElse(plain);
  }

  /// What the text says to somebody who reads it on that day.
  When readOn(LocalDate day, String text) {
    return dates.read(text, day.atTime(now.toLocalTime())).best();
  }

  /// The day wanted, if nothing but its name told which.
  Optional<LocalDate> bareWeekday(String text, When read) {
    return isBareWeekday(text, dates.read(text, now).best()) ? onlyDay(read) : Optional.empty();
  }

  /// The text as read on that Sunday; nothing if it names a day outside the week that follows, as «
  /// le 2 décembre » does when the days offered are later.
  private When inWeekAfter(LocalDate sunday, String text) {
    When then = readOn(sunday, text);
    return onlyDay(then).filter(found -> !found.isAfter(sunday.plusDays(WEEK))).isPresent()
        ? then
        : When.NONE;
  }

  /// « La semaine d'après » is, read on a Sunday, not the one that « la semaine prochaine » is.
  private When weekAfter(String text, LocalDate spokenOf) {
    LocalDate monday = spokenOf.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return Stream.of(spokenOf, spokenOf.minusDays(WEEK))
        .map(read -> readOn(read, text))
        .filter(when -> begins(when, monday))
        .findFirst()
        .orElseGet(() -> When.parse("+" + monday + ".." + monday.plusDays(WEEK - 1)));
  }

  private static boolean begins(When when, LocalDate monday) {
    return !when.wanted().isEmpty()
        && when.wanted().stream()
            .allMatch(wish -> wish.days() instanceof DayRange range && monday.equals(range.from()));
  }

  /// Whether one day is wanted and nothing but its name told which: then it is the next of its
  /// name, whenever the text is read.
  private boolean isBareWeekday(String text, When plain) {
    Optional<LocalDate> wanted = onlyDay(plain);
    for (int later = 1; later < WEEK && wanted.isPresent(); later++) {
      LocalDateTime then = now.plusDays(later);
      DayOfWeek weekday = wanted.get().getDayOfWeek();
      wanted =
          onlyDay(dates.read(text, then).best())
              .filter(found -> found.getDayOfWeek() == weekday)
              .filter(found -> ChronoUnit.DAYS.between(then.toLocalDate(), found) <= WEEK)
              .filter(found -> !found.isBefore(then.toLocalDate()));
    }
    return wanted.isPresent();
  }

  private static Optional<LocalDate> onlyDay(When when) {
    return when.wanted().size() == 1 && when.questions().isEmpty()
        ? day(when.wanted().getFirst())
        : Optional.empty();
  }

  private static Optional<LocalDate> day(Wish wish) {
    return wish.days() instanceof DayRange(var from, var to) && from != null && from.equals(to)
        ? Optional.of(from)
        : Optional.empty();
  }
}
