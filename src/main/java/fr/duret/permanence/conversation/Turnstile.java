package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lets one at a time work on a conversation: by a lock in this process, by claims and versions
/// among all. Abandoned turns are finished first.
final class Turnstile {

  /// Turns take some tens of milliseconds; whoever holds a claim for longer than all these tries
  /// together has trouble of his own, and the caller comes back later.
  private static final int TRIES = 400;

  private enum Outcome {
    /// The work is done.
    DONE,
    /// The conversation has changed meanwhile.
    AGAIN,
    /// Another node is at it.
    HELD
  }

  private final ConversationStore store;
  private final Resolver resolver;
  private final Turns turns;
  private final Runnable pause;
  private final Locks locks = new Locks();

  /// @param pause waits some milliseconds of machine time
  Turnstile(ConversationStore store, Resolver resolver, Turns turns, Runnable pause) {
    this.store = store;
    this.resolver = resolver;
    this.turns = turns;
    this.pause = pause;
  }

  /// Works on the conversation of an address.
  void enter(Address address, Instant now, Consumer<Conversation> work) {
    enter(() -> resolver.resolve(address, now), work);
  }

  /// Works on the conversation with that id.
  void enter(String id, Consumer<Conversation> work) {
    enter(() -> id, work);
  }

  private void enter(Supplier<String> id, Consumer<Conversation> work) {
    for (int tries = 0; tries < TRIES; tries++) {
      switch (tried(id.get(), work)) {
        case DONE -> {
          return;
        }
        case AGAIN -> {}
        case HELD -> pause.run();
      }
    }
    throw new IllegalStateException("a conversation is held by another node for too long");
  }

  private Outcome tried(String id, Consumer<Conversation> work) {
    Lock lock = locks.of(id);
    lock.lock();
    try {
      Conversation conversation = store.find(id).orElseGet(() -> new Conversation(id));
      if (conversation.claim.isEmpty()) {
        work.accept(conversation);
        return Outcome.DONE;
      }
      if (turns.abandoned(conversation.claim.get())) {
        turns.replay(conversation);
        return Outcome.AGAIN;
      }
      return Outcome.HELD;
    } catch (Conflict written) {
      return Outcome.AGAIN;
    } finally {
      lock.unlock();
    }
  }
}
