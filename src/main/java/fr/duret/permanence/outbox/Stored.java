package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A message as it was read from the store.
///
/// @param message the message
/// @param order its place among all
/// @param state where it stands
/// @param owedAt when it was first owed
/// @param attempts how many attempts were begun: with the state it fences every change
/// @param from the business time before which it must not leave (again)
/// @param next when to look at it again
/// @param attempted when the last attempt began; the epoch if none did
/// @param node who is sending it; empty if nobody is
/// @param providerId the provider's id of it
/// @param report how far it came
/// @param reason why it ended as it did
record Stored(
    Outbound message,
    String order,
    State state,
    Instant owedAt,
    int attempts,
    Instant from,
    Instant next,
    Instant attempted,
    String node,
    Optional<String> providerId,
    Optional<Report.Status> report,
    String reason) {

  String id() {
    return message.id();
  }

  /// Safety words keep no order with the rest: they must not wait behind a message in doubt.
  static boolean safety(Outbound message) {
    return message.purpose() == Purpose.SAFETY;
  }

  /// Since when it could have left: what the gate or its not-before time holds back is not late,
  /// what the provider does not take is.
  Instant since() {
    Instant free = attempts > 0 ? message.notBefore() : from;
    return free.isAfter(owedAt) ? free : owedAt;
  }

  /// Answers and safety words go before what we send of our own accord.
  static boolean urgent(Outbound message) {
    return safety(message) || message.replyTo().isPresent();
  }

  /// As it is after [MongoOutbox#insertSending].
  static Stored sending(Outbound message, String order, String node, Instant now) {
    return new Stored(
        message,
        order,
        State.SENDING,
        now,
        1,
        message.notBefore(),
        Instant.EPOCH,
        now,
        node,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /// As it is after [MongoOutbox#begin].
  Stored begun(String by, Instant now) {
    return new Stored(
        message,
        order,
        State.SENDING,
        owedAt,
        attempts + 1,
        from,
        Instant.EPOCH,
        now,
        by,
        providerId,
        report,
        reason);
  }

  Owed owed() {
    return new Owed(message, order, state, owedAt, attempted, attempts, providerId, report, reason);
  }

  /// As the history shows it.
  Entry entry() {
    boolean closed = state != State.OWED && state != State.SENDING && state != State.UNKNOWN;
    String outcome = report.map(Report.Status::name).orElse(state.name());
    return new Entry(
        id(),
        order,
        message.trace(),
        Entry.Kind.SENT,
        message.channel(),
        message.to(),
        "",
        message.text(),
        List.of(),
        owedAt,
        closed ? Entry.State.HANDLED : Entry.State.WAITING,
        Optional.of(outcome.toLowerCase(Locale.ROOT)),
        0);
  }
}
