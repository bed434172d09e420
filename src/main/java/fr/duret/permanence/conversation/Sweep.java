package fr.duret.permanence.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Ends conversations whose time is over: what was said and asked in them is forgotten here (the
/// journal keeps it), so that documents stay small and nothing private is kept without need.
final class Sweep {

  /// Conversations looked at in one sweep; the next one goes on.
  private static final int MOST = 2000;

  private final ConversationStore store;
  private final Turnstile turnstile;
  private final Duration end;

  Sweep(ConversationStore store, Turnstile turnstile, Duration end) {
    this.store = store;
    this.turnstile = turnstile;
    this.end = end;
  }

  /// Ends all that have been over at that time.
  void run(Instant now) {
    for (String id : store.openSince(now.minus(end), MOST)) {
      turnstile.enter(id, conversation -> close(conversation, now));
    }
  }

  private void close(Conversation conversation, Instant now) {
    if (!conversation.open || !conversation.ended(now, end) || leadsOn(conversation, now)) {
      return;
    }
    conversation.close();
    if (!store.save(conversation)) {
      throw new Conflict();
    }
  }

  /// Whether the person's conversation is held under another id and goes on there.
  private boolean leadsOn(Conversation conversation, Instant now) {
    Optional<Conversation> held = conversation.redirect.flatMap(to -> store.find(to.to()));
    return held.filter(there -> !there.ended(now, end)).isPresent();
  }
}
