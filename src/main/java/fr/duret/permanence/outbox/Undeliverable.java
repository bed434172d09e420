package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;

/// Who is told of a message that did not arrive. The root joins it to the desk.
@FunctionalInterface
public interface Undeliverable {

  /// The message has not reached its receiver and will not. Called before it is so marked, hence
  /// perhaps twice: the message's id is the key.
  ///
  /// @param code the provider's or the gate's code
  /// @param reason in words, for the logs and the ticket; nothing private
  void undeliverable(Outbound message, String code, String reason);
}
