package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Who is called when somebody tells of danger. The root joins it to `emergency`.
@FunctionalInterface
public interface Alarms {

  /// Alerts the person on call and opens an urgent ticket; once per cause.
  ///
  /// @param cause id of the command
  /// @param from who tells of danger
  /// @param person the person on file, if known
  /// @param words what he wrote
  /// @param at when it was received
  void raise(String cause, Address from, Optional<String> person, String words, Instant at);
}
