package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Length;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads when a visit is to be moved to in words that count from the visit and not from today: «
/// d'une semaine », « le lendemain », « deux jours plus tard », « avancer mon rendez-vous ». The
/// words are the step's constants:
///
/// - `days`: `le lendemain=1, la veille=-1`, days told by a word
/// - `counted`: `jours plus tard`, after which a length that reads like a date counts from the
///   visit
/// - `earlier`, `later`: the way in which a bare length moves it
/// - `forward`, `back`: that alone, any time before or after it
/// - `hour`: an hour, which reads like one o'clock
///
/// @param week reads dates as people mean them who speak of a day
/// @param visit when the visit is
/// @param words the constants
record VisitShift(WeekSpokenOf week, Slot visit, Map<String, String> words) {

  static final Set<String> PARAMETERS =
      Set.of("days", "counted", "earlier", "later", "forward", "back", "hour");

  private static final int WEEK = 7;

  /// For the visit that is being moved, if one is.
  static Optional<VisitShift> of(ActionContext context, WeekSpokenOf week) {
    return context
        .text(Vars.OLD)
        .map(key -> new VisitShift(week, Slot.ofKey(key), context.parameters()));
  }

  /// What the text says.
  ///
  /// @param plain what it says read by itself
  When read(String text, When plain) {
    return Stream.of(named(text, plain), counted(text, plain), hour(text), length(text, plain))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> weekday(text, plain))
        .or(() -> direction(text, plain))
        .orElse(plain);
  }

  /// « Le lendemain matin ».
  private Optional<When> named(String text, When plain) {
    if (plain.wanted().isEmpty() && !plain.excluded().isEmpty()) {
      return Optional.empty();
    }
    TimeRange time = plain.wanted().stream().map(Wish::time).findFirst().orElse(TimeRange.ANY);
    return said(text, "days")
        .map(entry -> entry.split("=", 2))
        .map(entry -> visit.day().plusDays(Long.parseLong(entry[1].strip())))
        .filter(this::isAhead)
        .map(day -> When.wanting(new Wish(DayRange.of(day), time)));
  }

  /// « Deux jours plus tard » reads as in two days from now.
  private Optional<When> counted(String text, When plain) {
    return plain.wanted().size() == 1 && said(text, "counted").isPresent()
        ? Optional.of(week.readOn(visit.day(), text))
        : Optional.empty();
  }

  /// « D'une heure » is within the day.
  private Optional<When> hour(String text) {
    return said(text, "hour").isPresent() ? sameDay(text) : Optional.empty();
  }

  private Optional<When> sameDay(String text) {
    boolean earlier = said(text, "earlier").isPresent();
    if (!earlier && said(text, "later").isEmpty()) {
      return Optional.empty();
    }
    TimeRange time = earlier ? TimeRange.until(visit.from()) : TimeRange.from(visit.to());
    return Optional.of(When.wanting(new Wish(DayRange.of(visit.day()), time)));
  }

  /// « De deux jours », after a word that says which way.
  private Optional<When> length(String text, When plain) {
    boolean earlier = said(text, "earlier").isPresent();
    if (!plain.wanted().isEmpty()
        || plain.lengths().isEmpty()
        || (!earlier && said(text, "later").isEmpty())) {
      return Optional.empty();
    }
    Length length = plain.lengths().getFirst();
    Period span = length.period().plusDays(length.time().toDays());
    if (span.isZero()) {
      return sameDay(text);
    }
    LocalDate day = earlier ? visit.day().minus(span) : visit.day().plus(span);
    return isAhead(day) ? Optional.of(When.wanting(Wish.of(DayRange.of(day)))) : before();
  }

  /// « Avancer à vendredi » is the Friday before the visit, « reculer à mardi » the Tuesday after.
  private Optional<When> weekday(String text, When plain) {
    return week.bareWeekday(text, plain)
        .filter(day -> !towards(text, day).equals(day))
        .map(day -> towards(text, day))
        .filter(this::isAhead)
        .map(day -> When.wanting(new Wish(DayRange.of(day), plain.wanted().getFirst().time())));
  }

  private LocalDate towards(String text, LocalDate day) {
    if (said(text, "forward").isPresent() && day.isAfter(visit.day())) {
      return day.minusDays(WEEK);
    }
    return said(text, "back").isPresent() && day.isBefore(visit.day()) ? day.plusDays(WEEK) : day;
  }

  /// « Avancer mon rendez-vous », and no more: any time before it.
  private Optional<When> direction(String text, When plain) {
    if (!plain.isNone()) {
      return Optional.empty();
    }
    if (said(text, "forward").isPresent()) {
      return before();
    }
    return said(text, "back").isPresent()
        ? Optional.of(When.wanting(Wish.of(DayRange.from(visit.day().plusDays(1)))))
        : Optional.empty();
  }

  /// Though there may be no such time any more: that is told.
  private Optional<When> before() {
    return Optional.of(When.wanting(Wish.of(DayRange.until(visit.day().minusDays(1)))));
  }

  private boolean isAhead(LocalDate day) {
    return day.isAfter(week.now().toLocalDate());
  }

  private Optional<String> said(String text, String list) {
    return Stream.of(words.getOrDefault(list, "").split(",", -1))
        .filter(entry -> Words.contains(text, entry.split("=", -1)[0]))
        .findFirst();
  }
}
