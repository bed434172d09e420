package fr.duret.permanence.planning;

import java.time.LocalDate;
import java.util.Optional;

/// A window that can be promised, with why it was chosen.
///
/// @param day which day
/// @param window which window
/// @param technician who would come, as things stand
/// @param driving seconds of driving that it adds to his round; may be negative by rounding
/// @param asked whether it is exactly what was asked, or only near it
/// @param neighbour the stop that makes it cheap (« already at Seynod »); empty if none is near
public record Offer(
    LocalDate day,
    Window window,
    String technician,
    int driving,
    boolean asked,
    Optional<Neighbour> neighbour) {

  /// Another client's stop of the same round, next to the new one.
  ///
  /// @param stop its id
  /// @param site row of its place
  /// @param seconds how far it is from the new one
  public record Neighbour(String stop, int site, int seconds) {}
}
