package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;

/// An appointment (rendez-vous).
///
/// @param id `V-…`
/// @param person id of the client or prospect
/// @param service kind of the service, as in the company file
/// @param site where
/// @param slot the window promised
/// @param technician id of who comes: a preference until it is pinned
/// @param state planned or cancelled
/// @param pinned whether the client was told the technician as certain
/// @param version grows with each change; a reminder re-reads it
public record Visit(
    String id,
    String person,
    String service,
    Site site,
    Slot slot,
    String technician,
    State state,
    boolean pinned,
    long version) {

  /// Its place among all visits, as a text that sorts by slot; the cursor of a page.
  public String order() {
    return slot.key() + "/" + id;
  }

  /// What became of a visit.
  public enum State {
    /// Promised.
    PLANNED,
    /// Given up by the client or the office.
    CANCELLED
  }
}
