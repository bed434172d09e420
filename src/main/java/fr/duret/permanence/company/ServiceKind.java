package fr.duret.permanence.company;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A kind of visit that can be booked.
///
/// @param kind stable name: `entretien`, `depannage`
/// @param label how it is called in a sentence: « votre entretien »
/// @param duration how long it is planned
/// @param skill what its technician must be able to do
/// @param windows the windows that may be promised
/// @param withinDays how far ahead it is offered at most, in days
/// @param priority by contract level (`or`, `argent`, `bronze`, `aucun`): higher goes first
public record ServiceKind(
    String kind,
    String label,
    Duration duration,
    String skill,
    List<Hours> windows,
    int withinDays,
    Map<String, Integer> priority) {

  /// What `priority` may name: the contract's levels, and whoever has none.
  public static final List<String> LEVELS = List.of("or", "argent", "bronze", "aucun");

  /// Keeps copies.
  public ServiceKind {
    windows = List.copyOf(windows);
    priority = Map.copyOf(priority);
  }

  /// The priority of a contract level's holder; zero when the file is silent.
  public int priorityOf(String level) {
    return priority.getOrDefault(level, 0);
  }
}
