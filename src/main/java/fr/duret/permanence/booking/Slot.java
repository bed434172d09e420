package fr.duret.permanence.booking;

import fr.duret.permanence.company.Hours;
import java.time.LocalDate;
import java.time.LocalTime;

/// A window on a day (créneau): the technician arrives inside it and has done before his half-day
/// ends. Local time, so that a change to or from summer time does not move it.
///
/// @param day the day
/// @param from beginning of the window
/// @param to its end
public record Slot(LocalDate day, LocalTime from, LocalTime to) implements Comparable<Slot> {

  /// Half-days end and begin around this hour; windows never span it.
  private static final LocalTime NOON = LocalTime.NOON;

  /// The slot as one text: `2026-11-24T08:00/10:00`.
  public String key() {
    return day + "T" + from + "/" + to;
  }

  /// Reads back what [#key()] wrote.
  ///
  /// @throws java.time.DateTimeException or [IndexOutOfBoundsException] if the text is no key
  public static Slot ofKey(String key) {
    int hour = key.indexOf('T');
    int end = key.indexOf('/');
    return new Slot(
        LocalDate.parse(key.substring(0, hour)),
        LocalTime.parse(key.substring(hour + 1, end)),
        LocalTime.parse(key.substring(end + 1)));
  }

  /// The window without its day.
  public Hours hours() {
    return new Hours(from, to);
  }

  /// Whether it lies in the morning half of its day.
  public boolean isMorning() {
    return from.isBefore(NOON);
  }

  @Override
  public int compareTo(Slot other) {
    int byDay = day.compareTo(other.day);
    return byDay != 0 ? byDay : from.compareTo(other.from);
  }
}
