package fr.duret.permanence.company;

import fr.duret.permanence.message.Address;
import java.util.List;
import java.util.Set;

/// A technician as the company file describes him.
///
/// @param id short and stable: `gaetan`
/// @param firstName what clients are told
/// @param number his telephone
/// @param skills what he can do; a service names the skill it needs
/// @param home where his day begins and ends
/// @param hours his half-days, in order
public record TechnicianSpec(
    String id,
    String firstName,
    Address number,
    Set<String> skills,
    Place home,
    List<Hours> hours) {

  /// Keeps copies.
  public TechnicianSpec {
    skills = Set.copyOf(skills);
    hours = List.copyOf(hours);
  }
}
