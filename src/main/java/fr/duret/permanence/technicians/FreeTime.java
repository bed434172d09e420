package fr.duret.permanence.technicians;

import fr.duret.permanence.company.Hours;
import java.time.LocalDate;
import java.util.List;

/// When a technician can make visits on a day.
///
/// @param technician his id
/// @param day the day
/// @param halfDays those of his half-days that are not wholly taken, in order; none when he is away
/// @param taken what takes a part of them, in order
public record FreeTime(String technician, LocalDate day, List<Hours> halfDays, List<Taken> taken) {

  /// Keeps copies.
  public FreeTime {
    halfDays = List.copyOf(halfDays);
    taken = List.copyOf(taken);
  }

  /// A part of a half-day that is taken.
  ///
  /// @param hours when; inside one half-day, not overlapping another
  /// @param atAgency whether he must be at the agency meanwhile
  public record Taken(Hours hours, boolean atAgency) {}
}
