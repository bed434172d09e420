package fr.duret.permanence.company;

import java.time.LocalTime;

/// A stretch of a day.
///
/// @param from its beginning
/// @param to its end, excluded; later than the beginning
public record Hours(LocalTime from, LocalTime to) {

  /// Whether the time lies in it.
  public boolean contains(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
