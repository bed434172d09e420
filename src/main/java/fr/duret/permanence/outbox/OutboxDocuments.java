package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Order;
import fr.duret.permanence.journal.Owners;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How a message is stored. Four fields are there only while it is on its way, each with a sparse
/// index as small as what is on its way: `pending` (the address), the time to look at it, `node`
/// (who is sending it) and `slot` (see [#slot]).
final class OutboxDocuments {

  static final String ID = "_id";
  static final String ORDER = "order";
  static final String ADDRESS = "address";
  static final String STATE = "state";
  static final String ATTEMPTS = "attempts";
  static final String FROM = "from";
  static final String ATTEMPTED = "attempted";
  static final String PENDING = "pending";
  static final String SLOT = "slot";
  static final String PROVIDER_ID = "providerId";
  static final String REPORT = "report";
  static final String STAGE = "stage";
  static final String REASON = "reason";
  static final String REPLY_TO = "replyTo";
  static final String TEXT = "text";

  /// When to look again at answers and safety words: asked for first, so that a thousand reminders
  /// due at once do not delay them.
  static final String NEXT_URGENT = "nextUrgent";

  /// When to look again at everything else.
  static final String NEXT = "next";

  private OutboxDocuments() {}

  /// What only one message at a time may hold, over all nodes, from the attempt until it is known
  /// whether it left: its receiver; of safety words the very text.
  static String slot(Outbound message) {
    String address = message.to().key();
    return Stored.safety(message) ? address + "\n" + message.text() : address;
  }

  static String nextField(Outbound message) {
    return Stored.urgent(message) ? NEXT_URGENT : NEXT;
  }

  static Document document(Outbound message, State state, Instant now) {
    return new Document(ID, message.id())
        .append(ORDER, Order.next(now))
        .append("trace", message.trace())
        .append("channel", message.channel().name())
        .append(ADDRESS, message.to().key())
        .append("template", message.template())
        .append("purpose", message.purpose().name())
        .append("needs", message.needs().name())
        .append("wantsAnswer", message.wantsAnswer())
        .append(REPLY_TO, message.replyTo().orElse(null))
        .append(TEXT, message.text())
        .append("subject", message.subject().orElse(null))
        .append("notBefore", message.notBefore())
        .append("owedAt", now)
        .append(STATE, state.name())
        .append(ATTEMPTS, 0)
        .append(STAGE, 0)
        .append(REASON, "");
  }

  static Stored stored(Document document) {
    Outbound message = message(document);
    Instant next = time(document, nextField(message)).orElse(Instant.EPOCH);
    return new Stored(
        message,
        document.getString(ORDER),
        State.valueOf(document.getString(STATE)),
        time(document, "owedAt").orElseThrow(),
        document.getInteger(ATTEMPTS),
        time(document, FROM).orElse(message.notBefore()),
        next,
        time(document, ATTEMPTED).orElse(Instant.EPOCH),
        Objects.requireNonNullElse(document.getString(Owners.NODE), ""),
        text(document, PROVIDER_ID),
        text(document, REPORT).map(Report.Status::valueOf),
        document.getString(REASON));
  }

  private static Outbound message(Document document) {
    return new Outbound(
        document.getString(ID),
        document.getString("trace"),
        Channel.valueOf(document.getString("channel")),
        Address.ofKey(document.getString(ADDRESS)),
        document.getString("template"),
        Purpose.valueOf(document.getString("purpose")),
        Level.valueOf(document.getString("needs")),
        document.getBoolean("wantsAnswer"),
        time(document, REPLY_TO),
        document.getString(TEXT),
        text(document, "subject"),
        time(document, "notBefore").orElseThrow());
  }

  private static Optional<Instant> time(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }

  private static Optional<String> text(Document document, String field) {
    @Nullable String value = document.getString(field);
    return Optional.ofNullable(value);
  }
}
