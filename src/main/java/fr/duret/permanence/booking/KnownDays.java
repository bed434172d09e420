package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The days as this process read or wrote them last, so that a document of a hundred fields is not
/// sent and decoded again for every question. Never the truth: whoever decides either asks the
/// store for the version first, or writes by compare-and-set on it.
final class KnownDays {

  /// Half a year of wishes and a year of the past; more means that somebody reads old days in
  /// passing.
  private static final int MOST = 600;

  private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();

  Optional<Day> find(LocalDate date) {
    return Optional.ofNullable(days.get(date));
  }

  /// The day if it is known in that version.
  Optional<Day> find(LocalDate date, long version) {
    return find(date).filter(day -> day.version() == version);
  }

  void learn(Day day) {
    if (days.size() >= MOST) {
      days.clear();
    }
    days.put(day.date(), day);
  }

  /// To be called when a day is no longer as it was known.
  void forget(LocalDate date) {
    days.remove(date);
  }
}
