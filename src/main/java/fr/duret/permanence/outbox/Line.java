package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Gate.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What is done with the messages to one address, one after the other. Its caller makes sure that
/// in this process one thread at a time is at it; against other nodes the slot in the store does.
final class Line {

  private final MongoOutbox messages;
  private final Nodes nodes;
  private final InstantSource clock;
  private final Permission permission;
  private final Sending sending;
  private final Pacing pacing;
  private final BooleanSupplier open;

  /// What became of one step.
  private enum Step {
    /// Something changed: look at the whole line again.
    AGAIN,
    /// Nothing to do with this one; it holds up nobody.
    PASS,
    /// This one must go before all behind it.
    BLOCKS
  }

  /// @param open whether messages may leave
  Line(
      MongoOutbox messages,
      Nodes nodes,
      InstantSource clock,
      Permission permission,
      Sending sending,
      Pacing pacing,
      BooleanSupplier open) {
    this.messages = messages;
    this.nodes = nodes;
    this.clock = clock;
    this.permission = permission;
    this.sending = sending;
    this.pacing = pacing;
    this.open = open;
  }

  /// Writes a new message down, as being sent if it may leave at once.
  ///
  /// @return the message if the caller must now send it
  Optional<Stored> owe(Outbound message) {
    Instant now = clock.instant();
    if (message.notBefore().isAfter(now) || !ready(message) || waits(message)) {
      put(message);
      return Optional.empty();
    }
    Optional<Verdict> verdict = permission.judge(message);
    if (verdict.isEmpty()) {
      messages.insertClosed(message, State.DROPPED, "stale", now);
      return Optional.empty();
    }
    return owe(message, verdict.get(), now);
  }

  /// Writes a new message down for later.
  void put(Outbound message) {
    messages.insertOwed(message, message.notBefore(), clock.instant());
  }

  /// Does whatever can be done for that address now.
  void look(Address address, boolean safety) {
    while (open.getAsBoolean() && nodes.working() && step(address, safety)) {
      // Each step changes the store; the next one reads what is left.
    }
  }

  private Optional<Stored> owe(Outbound message, Verdict verdict, Instant now) {
    switch (verdict) {
      case Verdict.Leave() -> {
        Optional<Stored> sent =
            pacing.take(message)
                ? messages.insertSending(message, nodes.self(), now)
                : Optional.empty();
        if (sent.isEmpty()) {
          put(message);
        }
        return sent;
      }
      case Verdict.Wait(Instant until) -> messages.insertOwed(message, until, now);
      case Verdict.Refuse refusal -> {
        if (messages.find(message.id()).isEmpty()) {
          permission.refused(message, refusal);
          messages.insertClosed(message, State.REFUSED, refusal.reason(), now);
        }
      }
    }
    return Optional.empty();
  }

  private boolean step(Address address, boolean safety) {
    List<Stored> line = line(address, safety);
    for (int i = 0; i < line.size(); i++) {
      switch (move(line.get(i))) {
        case AGAIN -> {
          return true;
        }
        case BLOCKS -> {
          if (!safety) {
            line.subList(i + 1, line.size()).forEach(behind(line.get(i)));
            return false;
          }
        }
        case PASS -> {}
      }
    }
    return false;
  }

  private List<Stored> line(Address address, boolean safety) {
    return messages.pending(address).stream()
        .filter(message -> Stored.safety(message.message()) == safety)
        .toList();
  }

  private Step move(Stored message) {
    return switch (message.state()) {
      case SENDING -> orphaned(message);
      case UNKNOWN -> settled(message);
      case OWED -> leaving(message);
      case SENT, FAILED, WITHDRAWN, REFUSED, DROPPED -> Step.PASS;
    };
  }

  /// Nobody sends it any more: this process is here instead, or the sender is gone.
  private Step orphaned(Stored message) {
    if (!message.node().equals(nodes.self()) && !nodes.gone(message.node())) {
      return Step.BLOCKS;
    }
    sending.doubt(message, "its sending was cut off");
    return Step.AGAIN;
  }

  private Step settled(Stored message) {
    if (message.report().isEmpty() && message.next().isAfter(clock.instant())) {
      return Step.BLOCKS;
    }
    if (sending.settle(message)) {
      return Step.AGAIN;
    }
    return sending.hopeless(message) ? givenUp(message) : Step.BLOCKS;
  }

  /// The desk need not hear of what no longer matters.
  private Step givenUp(Stored message) {
    if (permission.judge(message.message()).isEmpty()) {
      messages.close(message, State.DROPPED, "stale");
    } else {
      sending.giveUp(message);
    }
    return Step.AGAIN;
  }

  private Step leaving(Stored message) {
    if (message.report().isPresent()) {
      sending.sent(message, message.providerId().orElse(""));
      return Step.AGAIN;
    }
    if (message.from().isAfter(clock.instant())) {
      return message.attempts() > 0 ? Step.BLOCKS : Step.PASS;
    }
    return ready(message.message()) ? judged(message) : Step.BLOCKS;
  }

  private Step judged(Stored message) {
    Optional<Verdict> verdict = permission.judge(message.message());
    if (verdict.isEmpty()) {
      messages.close(message, State.DROPPED, "stale");
      return Step.AGAIN;
    }
    return switch (verdict.get()) {
      case Verdict.Leave() -> begin(message);
      case Verdict.Wait(Instant until) -> {
        messages.postpone(message, until);
        yield Step.PASS;
      }
      case Verdict.Refuse refusal -> {
        permission.refused(message.message(), refusal);
        messages.close(message, State.REFUSED, refusal.reason());
        yield Step.AGAIN;
      }
    };
  }

  private Step begin(Stored message) {
    if (!pacing.take(message.message())) {
      return Step.BLOCKS;
    }
    Optional<Stored> begun = messages.begin(message, nodes.self(), clock.instant());
    if (begun.isEmpty()) {
      return Step.BLOCKS;
    }
    sending.send(begun.get());
    return Step.AGAIN;
  }

  /// What waits behind a message that is to be looked at later need not be looked at earlier.
  private Consumer<Stored> behind(Stored first) {
    Instant now = clock.instant();
    return message -> {
      boolean due = message.state() == State.OWED && !message.next().isAfter(now);
      if (due && first.next().isAfter(now)) {
        messages.park(message, first.next());
      }
    };
  }

  private boolean ready(Outbound message) {
    return open.getAsBoolean() && nodes.allows(sending.timeout(message)) && pacing.ready(message);
  }

  private boolean waits(Outbound message) {
    return !line(message.to(), Stored.safety(message)).isEmpty();
  }
}
