package fr.duret.permanence.templates;

import java.time.LocalDate;
import java.time.LocalTime;

/// A day and a window, as a message speaks of it.
///
/// @param day the local date
/// @param from when the window opens
/// @param to when it closes
public record Slot(LocalDate day, LocalTime from, LocalTime to) {

  /// Reads `2026-11-24T08:00/10:00`, the notation in which flows keep slots.
  ///
  /// @throws java.time.DateTimeException if it is none
  /// @throws IndexOutOfBoundsException if it lacks a part
  public static Slot parse(String text) {
    int time = text.indexOf('T');
    int slash = text.indexOf('/');
    return new Slot(
        LocalDate.parse(text.substring(0, time)),
        LocalTime.parse(text.substring(time + 1, slash)),
        LocalTime.parse(text.substring(slash + 1)));
  }

  /// What [#parse(String)] reads back.
  @Override
  public String toString() {
    return day + "T" + from + "/" + to;
  }
}
