package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;

/// Who deals with what has arrived. The root joins it to the conversation.
@FunctionalInterface
public interface Handler {

  /// Deals with what waits of that address: reads [Journal#waiting], acts, and says
  /// [Journal#handled], until nothing of it is left or another node is at it. What arrives
  /// meanwhile brings a call of its own.
  ///
  /// Called on a virtual thread, one call at a time per address in this process. After a crash it
  /// is called again for the same entries, perhaps in another process. What it throws is logged and
  /// counts as a failed attempt of all entries then waiting; see [Dispatcher].
  void handle(Address address);
}
