package fr.duret.permanence.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static fr.duret.permanence.outbox.OutboxDocuments.ADDRESS;
import static fr.duret.permanence.outbox.OutboxDocuments.ATTEMPTED;
import static fr.duret.permanence.outbox.OutboxDocuments.ATTEMPTS;
import static fr.duret.permanence.outbox.OutboxDocuments.FROM;
import static fr.duret.permanence.outbox.OutboxDocuments.ID;
import static fr.duret.permanence.outbox.OutboxDocuments.NEXT;
import static fr.duret.permanence.outbox.OutboxDocuments.NEXT_URGENT;
import static fr.duret.permanence.outbox.OutboxDocuments.ORDER;
import static fr.duret.permanence.outbox.OutboxDocuments.PENDING;
import static fr.duret.permanence.outbox.OutboxDocuments.PROVIDER_ID;
import static fr.duret.permanence.outbox.OutboxDocuments.REASON;
import static fr.duret.permanence.outbox.OutboxDocuments.REPORT;
import static fr.duret.permanence.outbox.OutboxDocuments.SLOT;
import static fr.duret.permanence.outbox.OutboxDocuments.STAGE;
import static fr.duret.permanence.outbox.OutboxDocuments.STATE;
import static fr.duret.permanence.outbox.OutboxDocuments.document;
import static fr.duret.permanence.outbox.OutboxDocuments.nextField;
import static fr.duret.permanence.outbox.OutboxDocuments.slot;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.journal.Order;
import fr.duret.permanence.journal.Owners;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Purge;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The messages' documents and every change that they can undergo. A change compares the state and
/// the number of attempts that its caller had read, and says whether it was made.
final class MongoOutbox {

  private static final List<State> ON_THE_WAY = List.of(State.SENDING, State.UNKNOWN);

  /// More than the caps let leave in a day.
  private static final int MANY = 1000;

  /// An equal text older than that was not listed as the one in doubt.
  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private static final FindOneAndUpdateOptions CHANGED =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> documents;
  private final Owners owners;
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder refused = new LongAdder();

  MongoOutbox(Store store) {
    documents =
        store.collection(
            "outbox",
            Index.on(PENDING).onlyWherePresent(),
            Index.on(NEXT_URGENT).onlyWherePresent(),
            Index.on(NEXT).onlyWherePresent(),
            Index.on(Owners.NODE).onlyWherePresent(),
            Index.unique(SLOT).onlyWherePresent(),
            Index.on(ADDRESS, ORDER),
            Index.on(STATE, ORDER),
            Index.on(ORDER));
    owners = new Owners(documents);
  }

  Owners owners() {
    return owners;
  }

  /// Inserts it as already being sent: one write less than owing it first.
  ///
  /// @return empty if the id is known or the receiver's slot is taken
  Optional<Stored> insertSending(Outbound message, String node, Instant now) {
    Document sending =
        document(message, State.SENDING, now)
            .append(ATTEMPTS, 1)
            .append(ATTEMPTED, now)
            .append(PENDING, message.to().key())
            .append(SLOT, slot(message))
            .append(Owners.NODE, node);
    return written(() -> inserted(sending))
        ? Optional.of(Stored.sending(message, sending.getString(ORDER), node, now))
        : Optional.empty();
  }

  boolean insertOwed(Outbound message, Instant from, Instant now) {
    Document owed =
        document(message, State.OWED, now)
            .append(FROM, from)
            .append(nextField(message), from)
            .append(PENDING, message.to().key());
    return written(() -> inserted(owed));
  }

  boolean insertClosed(Outbound message, State end, String reason, Instant now) {
    return counted(
        end, written(() -> inserted(document(message, end, now).append(REASON, reason))));
  }

  /// What this process wrote since it started.
  Figures figures() {
    return new Figures(sent.sum(), failed.sum(), refused.sum());
  }

  private boolean counted(State end, boolean written) {
    if (written) {
      switch (end) {
        case SENT -> sent.increment();
        case FAILED -> failed.increment();
        case REFUSED -> refused.increment();
        case OWED, SENDING, UNKNOWN, WITHDRAWN, DROPPED -> {}
      }
    }
    return written;
  }

  Optional<Stored> begin(Stored owed, String node, Instant now) {
    Bson change =
        combine(
            set(STATE, State.SENDING.name()),
            set(ATTEMPTS, owed.attempts() + 1),
            set(ATTEMPTED, now),
            set(SLOT, slot(owed.message())),
            set(Owners.NODE, node),
            unset(nextField(owed.message())));
    Bson unreported = and(asRead(owed, List.of(State.OWED)), eq(STAGE, 0));
    return written(() -> changed(unreported, change))
        ? Optional.of(owed.begun(node, now))
        : Optional.empty();
  }

  /// It left. Also from *owed*: a report may tell so after we had concluded otherwise.
  ///
  /// @return the message as it is now; empty if it was not changed
  Optional<Stored> sent(Stored known, String providerId) {
    List<State> before = List.of(State.SENDING, State.UNKNOWN, State.OWED);
    Bson change = combine(closing(State.SENT, ""), set(PROVIDER_ID, providerId));
    Optional<Stored> now =
        Optional.ofNullable(documents.findOneAndUpdate(asRead(known, before), change, CHANGED))
            .map(OutboxDocuments::stored);
    counted(State.SENT, now.isPresent());
    return now;
  }

  boolean failed(Stored known, String reason) {
    List<State> before = List.of(State.SENDING, State.UNKNOWN, State.OWED, State.SENT);
    return counted(State.FAILED, changed(asRead(known, before), closing(State.FAILED, reason)));
  }

  boolean unknown(Stored sending, Instant next) {
    Bson change =
        combine(
            set(STATE, State.UNKNOWN.name()),
            set(nextField(sending.message()), next),
            unset(Owners.NODE));
    return changed(asRead(sending, List.of(State.SENDING)), change);
  }

  boolean owedAgain(Stored known, Instant from) {
    Bson change =
        combine(
            set(STATE, State.OWED.name()),
            set(FROM, from),
            set(nextField(known.message()), from),
            unset(SLOT),
            unset(Owners.NODE));
    return changed(asRead(known, ON_THE_WAY), change);
  }

  /// It shall not leave (again).
  boolean close(Stored known, State end, String reason) {
    return counted(
        end, changed(asRead(known, List.of(State.OWED, State.UNKNOWN)), closing(end, reason)));
  }

  /// It must not leave before that time.
  boolean postpone(Stored owed, Instant from) {
    Bson change = combine(set(FROM, from), set(nextField(owed.message()), from));
    return changed(asRead(owed, List.of(State.OWED)), change);
  }

  /// Nothing is to be done with it before that time, unless something happens.
  boolean park(Stored known, Instant next) {
    return changed(
        asRead(known, List.of(State.OWED, State.UNKNOWN)), set(nextField(known.message()), next));
  }

  long withdraw(Collection<String> ids) {
    Bson owed = and(in(ID, ids), eq(STATE, State.OWED.name()));
    return documents.updateMany(owed, closing(State.WITHDRAWN, "")).getModifiedCount();
  }

  /// Notes a report unless one as late or later is known.
  boolean reported(Report report) {
    Bson earlier = and(eq(ID, report.messageId()), lt(STAGE, report.status().stage()));
    Bson change =
        combine(
            set(STAGE, report.status().stage()),
            set(REPORT, report.status().name()),
            set(PROVIDER_ID, report.providerId()));
    return changed(earlier, change);
  }

  Optional<Stored> find(String id) {
    return Optional.ofNullable(documents.find(eq(ID, id)).map(OutboxDocuments::stored).first());
  }

  /// What is on its way to an address, oldest first.
  List<Stored> pending(Address address) {
    return stored(documents.find(eq(PENDING, address.key()))).stream()
        .sorted(Comparator.comparing(Stored::order))
        .toList();
  }

  /// What is to be looked at by now: urgent ones first.
  List<Stored> due(Instant now, int limitEach) {
    return Stream.of(NEXT_URGENT, NEXT)
        .flatMap(field -> stored(byTime(field, lte(field, now)).limit(limitEach)).stream())
        .toList();
  }

  Optional<Instant> next() {
    return Stream.of(NEXT_URGENT, NEXT)
        .flatMap(field -> stored(byTime(field, gte(field, Instant.EPOCH)).limit(1)).stream())
        .map(Stored::next)
        .min(Instant::compareTo);
  }

  List<Stored> owned(String node, int limit) {
    return stored(documents.find(eq(Owners.NODE, node)).limit(limit));
  }

  /// What was owed to an address since then, oldest first.
  List<Stored> to(Address address, Instant since) {
    return read(Optional.of(address), Order.floor(since), MANY);
  }

  /// Whether another message to the same address is known to have that provider's id.
  boolean attributed(Stored unknown, String providerId) {
    return to(unknown.message().to(), unknown.attempted().minus(LOOK_BACK)).stream()
        .filter(other -> !other.id().equals(unknown.id()))
        .anyMatch(other -> other.providerId().equals(Optional.of(providerId)));
  }

  List<Stored> list(Optional<State> state, String after, int limit) {
    Bson range = gt(ORDER, after);
    return ordered(state.map(one -> and(eq(STATE, one.name()), range)).orElse(range), limit);
  }

  List<Stored> read(Optional<Address> contact, String after, int limit) {
    Bson range = gt(ORDER, after);
    return ordered(contact.map(one -> and(eq(ADDRESS, one.key()), range)).orElse(range), limit);
  }

  /// Deletes what was owed before that time and is on its way no more.
  long forget(Instant before, int most) {
    Bson closed = and(lt(ORDER, Order.floor(before)), exists(PENDING, false));
    return Purge.first(documents, closed, ORDER, most);
  }

  private List<Stored> ordered(Bson filter, int limit) {
    return stored(documents.find(filter).sort(Sorts.ascending(ORDER)).limit(limit));
  }

  private FindIterable<Document> byTime(String field, Bson filter) {
    return documents.find(filter).sort(Sorts.ascending(field));
  }

  private static Bson asRead(Stored known, List<State> states) {
    Bson fence = and(eq(ID, known.id()), eq(ATTEMPTS, known.attempts()));
    return states.size() == 1
        ? and(fence, eq(STATE, states.getFirst().name()))
        : and(fence, in(STATE, states.stream().map(State::name).toList()));
  }

  private static Bson closing(State end, String reason) {
    return combine(
        set(STATE, end.name()),
        set(REASON, reason),
        unset(PENDING),
        unset(NEXT_URGENT),
        unset(NEXT),
        unset(Owners.NODE),
        unset(SLOT));
  }

  private boolean changed(Bson filter, Bson change) {
    return documents.updateOne(filter, change).getModifiedCount() == 1;
  }

  private boolean inserted(Document document) {
    documents.insertOne(document);
    return true;
  }

  private static boolean written(BooleanSupplier write) {
    try {
      return write.getAsBoolean();
    } catch (MongoWriteException e) {
      if (Store.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private static List<Stored> stored(FindIterable<Document> found) {
    return found.map(OutboxDocuments::stored).into(new ArrayList<>());
  }
}
