package fr.duret.permanence.planning;

/// What is to be done somewhere, before anything is promised.
///
/// @param id unique among the visits and holds of the days it is planned with
/// @param site row of the place in the [TravelMatrix]
/// @param service seconds on the spot
/// @param skill what the technician must be able to do
public record Work(String id, int site, int service, String skill) {

  /// Refuses work of no length.
  public Work {
    if (service <= 0 || site < 0) {
      throw new IllegalArgumentException("work " + id + " has no length or no place");
    }
  }
}
