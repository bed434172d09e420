package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The meaning of a text about time: what is wanted (alternatives, in the order they were said),
/// what is excluded, what must be asked, and lengths of time that are no date. Nothing wanted but
/// something excluded means: everything else will do.
public record When(
    List<Wish> wanted, List<Wish> excluded, List<Question> questions, List<Length> lengths) {

  /// Nothing about time.
  public static final When NONE = new When(List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public When {
    wanted = List.copyOf(wanted);
    excluded = List.copyOf(excluded);
    questions = List.copyOf(questions);
    lengths = List.copyOf(lengths);
  }

  /// Only these wishes.
  public static When wanting(Wish... wishes) {
    return new When(List.of(wishes), List.of(), List.of(), List.of());
  }

  /// Reads the notation of `docs/understanding.md`; throws [IllegalArgumentException] with the
  /// wrong item.
  public static When parse(String notation) {
    return Notation.parse(notation);
  }

  /// The canonical notation: the same meaning always gives the same string.
  public String notation() {
    return Notation.write(this);
  }

  /// Whether the text says nothing about time.
  public boolean isNone() {
    return wanted.isEmpty() && excluded.isEmpty() && questions.isEmpty() && lengths.isEmpty();
  }

  /// Whether something must be asked before anything is booked.
  public boolean mustAsk() {
    return !questions.isEmpty();
  }

  /// Whether a window of arrival on that day is wanted and not excluded. True for every window if
  /// nothing is said.
  public boolean matches(LocalDate day, LocalTime start, LocalTime end) {
    return excluded.stream().noneMatch(wish -> wish.touches(day, start, end))
        && (wanted.isEmpty() || wanted.stream().anyMatch(wish -> wish.suits(day, start, end)));
  }

  /// Whether some window of that day may match, whatever its hours.
  public boolean matchesDay(LocalDate day) {
    return excluded.stream().noneMatch(wish -> wish.time().isAny() && wish.days().contains(day))
        && (wanted.isEmpty() || wanted.stream().anyMatch(wish -> wish.days().contains(day)));
  }

  /// The first day from `notBefore` on that matches, within a year; empty if none does.
  public Optional<LocalDate> earliestDay(LocalDate notBefore) {
    return notBefore.datesUntil(notBefore.plusDays(366)).filter(this::matchesDay).findFirst();
  }

  /// Whether something is wanted and all of it speaks of the time of day only (« plutôt le matin
  /// »).
  public boolean isTimeOnly() {
    return !wanted.isEmpty() && wanted.stream().allMatch(Wish::isTimeOnly);
  }

  /// Whether it only says what does not suit (« oui mais pas jeudi »).
  public boolean isExclusionsOnly() {
    return wanted.isEmpty() && !excluded.isEmpty();
  }

  /// Whether something wanted names a day or a moment, and is not merely a limit that many times
  /// keep (« pas avant 10h », « le matin », « la semaine prochaine »).
  public boolean namesDayOrMoment() {
    return wanted.stream().anyMatch(Wish::namesDayOrMoment);
  }

  /// This wish read as a correction of an earlier one: what it does not speak of stays. « plutôt
  /// l'après-midi » keeps the days, « non, jeudi » keeps the time of day, « pas jeudi » keeps the
  /// wishes; an earlier exclusion falls when the very same is wanted now. Questions and lengths are
  /// only those of this one.
  public When correcting(When earlier) {
    return Correction.of(earlier, this);
  }

  /// The notation.
  @Override
  public String toString() {
    return notation();
  }
}
