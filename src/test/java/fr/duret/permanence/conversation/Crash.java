package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.conversation.Conversation.Claim;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets a process die at one of its durable steps: just before it, or just after it.
final class Crash {

  /// What a dying process throws.
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final int at;
  private final boolean after;
  private int steps;
  private boolean dead;

  Crash(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  boolean happened() {
    return dead;
  }

  /// The durable steps so far.
  int steps() {
    return steps;
  }

  private <T> T step(Supplier<T> step) {
    if (dead) {
      throw new Died();
    }
    boolean here = steps++ == at;
    if (here && !after) {
      dead = true;
      throw new Died();
    }
    T result = step.get();
    if (here) {
      dead = true;
      throw new Died();
    }
    return result;
  }

  private void run(Runnable step) {
    step(() -> {
      step.run();
      return true;
    });
  }

  /// To be called at each effect of an action.
  void effect() {
    run(() -> {});
  }

  Conversations.Joints in(Conversations.Joints real) {
    return new Conversations.Joints(
        store(real.store()),
        entries(real.entries()),
        aftermath(real.aftermath()),
        real.cluster(),
        real.clock(),
        real.pause());
  }

  private ConversationStore store(ConversationStore real) {
    return new ConversationStore() {
      @Override
      public Optional<Conversation> find(String id) {
        return real.find(id);
      }

      @Override
      public Map<String, Conversation> findAll(Collection<String> ids) {
        return real.findAll(ids);
      }

      @Override
      public List<String> openSince(Instant before, int limit) {
        return real.openSince(before, limit);
      }

      @Override
      public boolean save(Conversation conversation) {
        return step(() -> real.save(conversation));
      }

      @Override
      public boolean claim(String id, long version, Claim claim) {
        return step(() -> real.claim(id, version, claim));
      }
    };
  }

  private Entries entries(Entries real) {
    return new Entries() {
      @Override
      public List<Entry> waiting(Address address) {
        return real.waiting(address);
      }

      @Override
      public List<Entry> find(Collection<String> ids) {
        return real.find(ids);
      }

      @Override
      public void handled(Collection<String> ids, String outcome) {
        run(() -> real.handled(ids, outcome));
      }
    };
  }

  private Aftermath aftermath(Aftermath real) {
    return new Aftermath() {
      @Override
      public void owe(Outbound message) {
        run(() -> real.owe(message));
      }

      @Override
      public Set<String> withdraw(Collection<String> ids) {
        return step(() -> real.withdraw(ids));
      }

      @Override
      public Optional<Duration> waited(String message) {
        return step(() -> real.waited(message));
      }

      @Override
      public void plan(Timer timer) {
        run(() -> real.plan(timer));
      }
    };
  }
}
