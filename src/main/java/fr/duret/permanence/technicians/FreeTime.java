package fr.duret.permanence.technicians;

import fr.duret.permanence.company.Hours;
import java.time.LocalDate;
import java.util.List;

/// When a technician can make visits on a day: his half-days without what blocks him.
///
/// @param technician his id
/// @param day the day
/// @param stretches free stretches in order; none on days he does not work
public record FreeTime(String technician, LocalDate day, List<Hours> stretches) {

  /// Keeps a copy.
  public FreeTime {
    stretches = List.copyOf(stretches);
  }
}
