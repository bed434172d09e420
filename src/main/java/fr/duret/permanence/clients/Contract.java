package fr.duret.permanence.clients;

import java.time.LocalDate;

/// A maintenance contract.
///
/// @param level what was bought
/// @param start its first day
/// @param end its last day
/// @param visitsPerYear how many maintenance visits it includes
public record Contract(ContractLevel level, LocalDate start, LocalDate end, int visitsPerYear) {

  /// Whether it is in force that day.
  public boolean covers(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  /// The first day of the contract year that the given day falls into; visits are counted from it.
  public LocalDate yearOf(LocalDate day) {
    LocalDate year = start;
    while (!year.plusYears(1).isAfter(day)) {
      year = year.plusYears(1);
    }
    return year;
  }
}
