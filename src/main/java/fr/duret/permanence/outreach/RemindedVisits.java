package fr.duret.permanence.outreach;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.message.Address;
import java.util.Optional;

/// What reminders need of `booking` and `clients`; the root joins it.
public interface RemindedVisits {

  /// The visit as it is now.
  Optional<Visit> visit(String id);

  /// Fixes the visit's technician, because the reminder names him.
  ///
  /// @param cause id of the command
  Visit pin(String cause, String id);

  /// The number on file that the person can be texted at; empty if there is none.
  Optional<Address> mobile(String person);
}
