package fr.duret.permanence.company;

import java.time.DayOfWeek;
import java.util.Set;

/// A meeting that takes place every week and blocks its hours.
///
/// @param day its day
/// @param hours its hours
/// @param technicians ids of those who attend; empty means everybody
public record Meeting(DayOfWeek day, Hours hours, Set<String> technicians) {

  /// Keeps a copy.
  public Meeting {
    technicians = Set.copyOf(technicians);
  }

  /// Whether that technician attends.
  public boolean isFor(String technician) {
    return technicians.isEmpty() || technicians.contains(technician);
  }
}
