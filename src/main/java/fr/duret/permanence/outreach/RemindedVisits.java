package fr.duret.permanence.outreach;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.message.Address;
import java.util.Optional;

/// What reminders and notices need of `booking` and `clients`; the root joins it.
public interface RemindedVisits {

  /// The visit as it is now.
  Optional<Visit> visit(String id);

  /// Fixes the visit's technician, because the reminder names him.
  ///
  /// @param cause id of the command
  Visit pin(String cause, String id);

  /// The number on file that the person can be texted at, one of his own if he has one; empty if
  /// there is none.
  Optional<Address> mobile(String person);

  /// Whether that number is this person's alone, and a text message reaches him there.
  boolean own(String person, Address number);

  /// What the visit's place is called, if its client has several.
  Optional<String> where(Visit visit);

  /// Whom a person in the office calls, and where.
  Contact contact(String person);

  /// Somebody to be called.
  ///
  /// @param name as he is addressed
  /// @param address his landline or mailbox
  record Contact(String name, Address address) {}
}
