package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// A day as it is planned now.
///
/// @param day the day
/// @param rounds one a technician, in the company file's order
/// @param heldWindows how many alternatives are held at present
public record DayView(LocalDate day, List<Round> rounds, int heldWindows) {

  /// Keeps a copy.
  public DayView {
    rounds = List.copyOf(rounds);
  }

  /// A technician's day (tournée).
  ///
  /// @param technician his id
  /// @param stops his visits in the order of driving
  /// @param drivingSeconds driving of the whole round, home included
  public record Round(String technician, List<Stop> stops, int drivingSeconds) {
    /// Keeps a copy.
    public Round {
      stops = List.copyOf(stops);
    }
  }

  /// A visit in a round.
  ///
  /// @param visit its id
  /// @param person id of the client
  /// @param service kind of the service
  /// @param commune where
  /// @param slot the window promised
  /// @param arrival when the technician is expected, as planned now
  /// @param pinned whether the technician is fixed
  public record Stop(
      String visit,
      String person,
      String service,
      String commune,
      Slot slot,
      LocalTime arrival,
      boolean pinned) {}
}
