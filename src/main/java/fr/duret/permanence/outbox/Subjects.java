package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;

/// Re-reads what a message speaks of before it leaves. The root joins it to the features.
@FunctionalInterface
public interface Subjects {

  /// Whether what the message says is still so. Asked for messages that have a subject, before
  /// every attempt; if not, the message is dropped: a reminder of a cancelled visit.
  boolean current(Outbound message);
}
