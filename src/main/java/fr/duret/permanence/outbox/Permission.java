package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Order;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a message may leave: its subject first, then the gate; and what a refusal leaves behind.
final class Permission {

  private static final Logger LOG = LoggerFactory.getLogger(Permission.class);

  /// When the gate itself fails, it is asked again then.
  private static final Duration FAILED = Duration.ofMinutes(1);

  private final Gate gate;
  private final Subjects subjects;
  private final Undeliverable undeliverable;
  private final Journal journal;
  private final InstantSource clock;

  Permission(Outbox.Joints joints, Journal journal, InstantSource clock) {
    this.gate = joints.gate();
    this.subjects = joints.subjects();
    this.undeliverable = joints.undeliverable();
    this.journal = journal;
    this.clock = clock;
  }

  /// The gate's verdict; empty if what the message speaks of is no longer so.
  Optional<Verdict> judge(Outbound message) {
    try {
      return message.subject().isEmpty() || subjects.current(message)
          ? Optional.of(gate.judge(message))
          : Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("the gate failed, the message waits", e);
      return Optional.of(new Verdict.Wait(clock.instant().plus(FAILED)));
    }
  }

  /// Traces a refusal before the message is so marked: a crash in between repeats it under one id.
  void refused(Outbound message, Verdict.Refuse refusal) {
    Instant now = clock.instant();
    journal.note(
        entry("refused:" + message.id(), Entry.Kind.REFUSED, message, refusal.reason(), now));
    if (refusal.tellDesk()) {
      undeliverable.undeliverable(message, "refused", refusal.reason());
    }
  }

  static Entry entry(String id, Entry.Kind kind, Outbound message, String outcome, Instant at) {
    return new Entry(
        id,
        Order.next(at),
        message.trace(),
        kind,
        message.channel(),
        message.to(),
        "",
        message.text(),
        List.of(),
        at,
        Entry.State.HANDLED,
        Optional.of(outcome),
        0);
  }
}
