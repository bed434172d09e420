package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.message.Address;
import java.util.Optional;

/// What a dialogue did with a visit.
///
/// @param cause id of the command
/// @param visit the visit as it is now
/// @param kind what was done
/// @param former the slot it had before it was moved
/// @param by where this was asked from
public record VisitChange(String cause, Visit visit, Kind kind, Optional<Slot> former, Address by) {

  /// What can be done with a visit.
  public enum Kind {
    /// Booked, or put back to where it was.
    MADE,
    /// Moved to another slot.
    MOVED,
    /// Given up.
    CANCELLED
  }
}
