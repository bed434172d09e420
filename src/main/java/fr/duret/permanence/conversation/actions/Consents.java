package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.message.Address;
import java.time.Instant;

/// What somebody no longer wants to receive. The root joins it to `gate`.
public interface Consents {

  /// What a STOP is about.
  enum About {
    /// Reminders and other messages about visits.
    REMINDERS,
    /// Questions after a visit.
    SURVEYS,
    /// Whatever sells.
    OFFERS,
    /// All that we send by ourselves.
    EVERYTHING
  }

  /// No more messages like the last one that we sent there by ourselves; all of them if there is
  /// none, or if those were unwanted already. Answers and safety words go on.
  ///
  /// @param at when it was said; repeated with the same time it says the same
  About stop(Address address, Instant at);

  /// They are wanted again, all of them.
  void start(Address address, Instant at);
}
