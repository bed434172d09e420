package fr.duret.permanence.conversation;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BiPredicate;
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
    /// It is done and asks to be done once more.
    ONCE_MORE,
    /// The conversation has changed meanwhile.
    AGAIN,
    /// Another node is at it.
    HELD
  }

  /// What is to be done with a conversation; says whether it should be done once more.
  @FunctionalInterface
  private interface Work {
    /// @param asFound whether the conversation is the one that was read to find the place
    boolean on(Conversation conversation, boolean asFound);
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
    enter(() -> tried(resolver.resolve(address, now), once(work)));
  }

  /// Works on the conversation with that id.
  void enter(String id, Consumer<Conversation> work) {
    enter(() -> tried(resolver.place(id), once(work)));
  }

  /// Works on what waits of an address, in the conversation that was under way when the last of it
  /// came.
  ///
  /// @param waiting reads it; done after the conversation was read, so that what its last turn took
  ///   is then either marked in it or no longer waits
  /// @param work says whether it should be done once more
  /// @return what it said
  boolean worked(
      Address address, Supplier<List<Entry>> waiting, BiPredicate<Conversation, List<Entry>> work) {
    return enter(() -> {
      Resolver.Places places = resolver.places(address);
      List<Entry> entries = waiting.get();
      if (entries.isEmpty()) {
        return Outcome.DONE;
      }
      Resolver.Place place = resolver.resolve(places, entries.getLast().at());
      return tried(
          place,
          (conversation, asFound) ->
              work.test(conversation, asFound && !place.late() ? entries : waiting.get()));
    });
  }

  private static Work once(Consumer<Conversation> work) {
    return (conversation, _) -> {
      work.accept(conversation);
      return false;
    };
  }

  private boolean enter(Supplier<Outcome> attempt) {
    for (int tries = 0; tries < TRIES; tries++) {
      switch (attempt.get()) {
        case DONE -> {
          return false;
        }
        case ONCE_MORE -> {
          return true;
        }
        case AGAIN -> {}
        case HELD -> pause.run();
      }
    }
    throw new IllegalStateException("a conversation is held by another node for too long");
  }

  private Outcome tried(Resolver.Place place, Work work) {
    Lock lock = locks.of(place.id());
    boolean free = lock.tryLock();
    if (!free) {
      lock.lock();
    }
    try {
      // Whoever had the lock has changed what was read before; should he have left it in between,
      // the version tells.
      Optional<Conversation> read = free ? place.conversation() : store.find(place.id());
      return tried(read.orElseGet(() -> new Conversation(place.id())), free, work);
    } catch (Conflict written) {
      return Outcome.AGAIN;
    } finally {
      lock.unlock();
    }
  }

  private Outcome tried(Conversation conversation, boolean asFound, Work work) {
    if (conversation.claim.isEmpty()) {
      return work.on(conversation, asFound) ? Outcome.ONCE_MORE : Outcome.DONE;
    }
    if (turns.abandoned(conversation.claim.get())) {
      turns.replay(conversation);
      return Outcome.AGAIN;
    }
    return Outcome.HELD;
  }
}
