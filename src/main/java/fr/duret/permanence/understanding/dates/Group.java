package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.List;

/// Days and times that belong together: every day with every time.
final class Group {

  final Polarity polarity;
  final List<DayTerm> days = new ArrayList<>();
  final List<Piece.Time> times = new ArrayList<>();

  /// Whether the time was said before the days (« 10h mardi »).
  boolean timeFirst;

  /// Whether the last day follows the others by a comma only: « lundi, mardi matin » gives the
  /// morning to Tuesday alone.
  boolean lastByComma;

  /// Whether the days were joined by « ou »: then none narrows another.
  boolean alternatives;

  Group(Polarity polarity) {
    this.polarity = polarity;
  }

  boolean isTimeOnly() {
    return days.isEmpty() && !times.isEmpty();
  }

  boolean isDaysOnly() {
    return times.isEmpty() && !days.isEmpty();
  }

  boolean hasPeriod() {
    return days.stream().anyMatch(Group::isPeriod);
  }

  static boolean isAnyDay(DayTerm term) {
    return term instanceof DayTerm.Fixed fixed && fixed.days() instanceof AnyDay;
  }

  static boolean isPeriod(DayTerm term) {
    return term instanceof DayTerm.Fixed fixed && fixed.period();
  }

  List<TimeRange> ranges() {
    return times.isEmpty()
        ? List.of(TimeRange.ANY)
        : times.stream().map(Piece.Time::range).distinct().toList();
  }
}
