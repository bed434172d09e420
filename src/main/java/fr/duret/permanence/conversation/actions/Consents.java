package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.message.Address;
import java.time.Instant;

/// What somebody no longer wants to receive. The root joins it to `gate`.
public interface Consents {

  /// No more messages that we send by ourselves; answers and safety words go on.
  void stop(Address address, Instant at);

  /// They are wanted again.
  void start(Address address, Instant at);
}
