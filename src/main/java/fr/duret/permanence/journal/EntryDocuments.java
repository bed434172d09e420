package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// How an [Entry] is stored. `waiting` (the contact) and `node` (who received it) are present only
/// while somebody must still deal with it, so their sparse indexes stay as small as the backlog.
final class EntryDocuments {

  static final String ID = "_id";
  static final String ORDER = "order";
  static final String CONTACT = "contact";
  static final String STATE = "state";
  static final String OUTCOME = "outcome";
  static final String FAILURES = "failures";
  static final String WAITING = "waiting";
  static final String RETRY = "retry";

  private EntryDocuments() {}

  static Document toWait(Inbound message, String node) {
    return document(received(message))
        .append(WAITING, message.from().key())
        .append(Owners.NODE, node);
  }

  static Document document(Entry entry) {
    return new Document(ID, entry.id())
        .append(ORDER, entry.order())
        .append("trace", entry.trace())
        .append("kind", entry.kind().name())
        .append("channel", entry.channel().name())
        .append(CONTACT, entry.contact().key())
        .append("ours", entry.ours())
        .append("text", entry.text())
        .append("media", entry.media().stream().map(URI::toString).toList())
        .append("at", entry.at())
        .append(STATE, entry.state().name())
        .append(OUTCOME, entry.outcome().orElse(null))
        .append(FAILURES, entry.failures());
  }

  static Entry entry(Document stored) {
    return new Entry(
        stored.getString(ID),
        stored.getString(ORDER),
        stored.getString("trace"),
        Entry.Kind.valueOf(stored.getString("kind")),
        Channel.valueOf(stored.getString("channel")),
        Address.ofKey(stored.getString(CONTACT)),
        stored.getString("ours"),
        stored.getString("text"),
        media(stored),
        stored.getDate("at").toInstant(),
        Entry.State.valueOf(stored.getString(STATE)),
        Optional.ofNullable(stored.getString(OUTCOME)),
        stored.getInteger(FAILURES));
  }

  /// When a failed entry is to be tried again; the beginning of time if it never failed.
  static Instant retry(Document stored) {
    Date at = stored.getDate(RETRY);
    return at == null ? Instant.EPOCH : at.toInstant();
  }

  static boolean isDue(Document stored, Instant now) {
    return !retry(stored).isAfter(now);
  }

  private static Entry received(Inbound message) {
    return new Entry(
        message.id(),
        Order.next(message.at()),
        Trace.of(message.id()),
        Entry.Kind.RECEIVED,
        message.channel(),
        message.from(),
        message.to(),
        message.text(),
        message.media(),
        message.at(),
        Entry.State.WAITING,
        Optional.empty(),
        0);
  }

  private static List<URI> media(Document stored) {
    return stored.getList("media", String.class).stream().map(URI::create).toList();
  }
}
