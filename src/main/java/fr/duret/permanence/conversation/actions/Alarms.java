package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.emergency.Standing;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Who is called when somebody tells of danger. The root joins it to `emergency`.
public interface Alarms {

  /// Alerts the person on call and opens an urgent ticket; once per cause. While an alert of his
  /// looks for somebody, that one goes on with these words too.
  ///
  /// @param cause id of the command
  /// @param from who tells of danger
  /// @param person the person on file, if known
  /// @param words what he wrote
  /// @param at when it was received
  /// @return whether a new alert began
  boolean raise(String cause, Address from, Optional<String> person, String words, Instant at);

  /// He writes more of the danger: whoever is called reads that too; once per cause.
  ///
  /// @param cause id of the command
  /// @param words what he wrote
  /// @return whether it was passed on
  boolean more(String cause, Address from, Optional<String> person, String words, Instant at);

  /// How the alert of that address stands; empty if there is none, or it is over.
  Optional<Standing> standing(Address from, Instant at);

  /// He writes that the danger is over; repeated, it does nothing more.
  ///
  /// @param words what he wrote
  void over(Address from, String words, Instant at);
}
