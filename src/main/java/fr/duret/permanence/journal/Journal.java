package fr.duret.permanence.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Purge;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The durable list of what reached us.
public final class Journal implements Source {

  /// After so many failures together, waiting entries of an address are taken one by one.
  private static final int TOGETHER = 2;

  /// Reports and refusals may stand between somebody's messages, but not many.
  private static final int LATEST = 20;

  private final MongoCollection<Document> documents;
  private final Nodes nodes;
  private final Owners owners;
  private final LongAdder received = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder handled = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder setAside = new LongAdder();
  private volatile Consumer<Address> onArrival = address -> {};

  /// Opens the journal.
  ///
  /// @param nodes whose name marks the entries that this process received and will handle
  public Journal(Store store, Nodes nodes) {
    this.nodes = nodes;
    this.documents =
        store.collection(
            "journal",
            Index.on(EntryDocuments.WAITING).onlyWherePresent(),
            Index.on(Owners.NODE).onlyWherePresent(),
            Index.on(EntryDocuments.CONTACT, EntryDocuments.ORDER),
            Index.on(EntryDocuments.ORDER));
    this.owners = new Owners(documents);
  }

  /// Writes down a message. When it returns, the message is on disk and will be handled, by this
  /// process or, should it die, by another: the provider may be told so.
  ///
  /// @throws com.mongodb.MongoException if it could not be written: the provider must be refused
  public Receipt receive(Inbound message) {
    String trace = Trace.of(message.id());
    if (!inserted(EntryDocuments.toWait(message, nodes.self()))) {
      repeated.increment();
      return new Receipt.Repeated(trace);
    }
    received.increment();
    onArrival.accept(message.from());
    return new Receipt.New(trace);
  }

  /// Writes down something that nobody needs to handle; once per id.
  public void note(Entry entry) {
    inserted(EntryDocuments.document(entry));
  }

  /// What the next turn of that address takes, in order; empty if nothing waits. After repeated
  /// failures only the oldest, so that one poisonous message does not drag the others along.
  public List<Entry> waiting(Address address) {
    List<Entry> all = entries(documents.find(eq(EntryDocuments.WAITING, address.key())));
    boolean alone = !all.isEmpty() && all.getFirst().failures() >= TOGETHER;
    return alone ? all.subList(0, 1) : all;
  }

  /// The entries with those ids, whatever their state, in order: for the replay of a claimed turn.
  public List<Entry> find(Collection<String> ids) {
    return entries(documents.find(in(EntryDocuments.ID, ids)));
  }

  /// The number or mailbox of ours that somebody last wrote to; empty if he never wrote, or only
  /// long before much else.
  public Optional<String> lastWrittenTo(Address contact) {
    return documents
        .find(eq(EntryDocuments.CONTACT, contact.key()))
        .sort(Sorts.descending(EntryDocuments.ORDER))
        .limit(LATEST)
        .map(EntryDocuments::entry)
        .into(new ArrayList<>())
        .stream()
        .filter(entry -> entry.kind() == Entry.Kind.RECEIVED)
        .map(Entry::ours)
        .findFirst();
  }

  /// Marks entries as dealt with. Those no longer waiting stay as they are.
  ///
  /// @param outcome what became of them, in a word or two: `answered`, `passed to the desk`
  public void handled(Collection<String> ids, String outcome) {
    handled.add(close(ids, Entry.State.HANDLED, outcome));
  }

  @Override
  public List<Entry> read(Reading reading) {
    Bson range = gt(EntryDocuments.ORDER, reading.above());
    Bson filter =
        reading
            .contact()
            .map(contact -> and(eq(EntryDocuments.CONTACT, contact.key()), range))
            .orElse(range);
    return entries(
        documents.find(filter).sort(Sorts.ascending(EntryDocuments.ORDER)).limit(reading.limit()));
  }

  /// Forgets what was received before that time and is dealt with; repeated by its provider, it
  /// would be taken for new.
  ///
  /// @param most at most so many
  /// @return how many entries were forgotten
  public long forget(Instant before, int most) {
    Bson closed =
        and(lt(EntryDocuments.ORDER, Order.floor(before)), exists(EntryDocuments.WAITING, false));
    return Purge.first(documents, closed, EntryDocuments.ORDER, most);
  }

  /// What was counted since the start.
  public Figures figures() {
    return new Figures(
        received.sum(), repeated.sum(), handled.sum(), failures.sum(), setAside.sum());
  }

  void onArrival(Consumer<Address> listener) {
    onArrival = listener;
  }

  Owners owners() {
    return owners;
  }

  /// What a node still has to deal with, with the time before which it is not tried again.
  FindIterable<Document> owned(String node, int limit) {
    return documents.find(eq(Owners.NODE, node)).limit(limit);
  }

  /// Whether something of that address waits that is not to be tried later.
  boolean due(Address address, Instant now) {
    return documents
        .find(eq(EntryDocuments.WAITING, address.key()))
        .into(new ArrayList<>())
        .stream()
        .anyMatch(waiting -> EntryDocuments.isDue(waiting, now));
  }

  /// Takes over all that a gone node had to deal with.
  void adopt(String node) {
    documents.updateMany(eq(Owners.NODE, node), set(Owners.NODE, nodes.self()));
  }

  void failed(Collection<String> ids, Instant retry) {
    failures.increment();
    documents.updateMany(
        stillWaiting(ids),
        combine(inc(EntryDocuments.FAILURES, 1), set(EntryDocuments.RETRY, retry)));
  }

  void setAside(String id, String reason) {
    failures.increment();
    setAside.add(close(List.of(id), Entry.State.FAILED, reason));
  }

  private long close(Collection<String> ids, Entry.State state, String outcome) {
    Bson change =
        combine(
            set(EntryDocuments.STATE, state.name()),
            set(EntryDocuments.OUTCOME, outcome),
            unset(EntryDocuments.WAITING),
            unset(Owners.NODE),
            unset(EntryDocuments.RETRY));
    return documents.updateMany(stillWaiting(ids), change).getModifiedCount();
  }

  private static Bson stillWaiting(Collection<String> ids) {
    return and(in(EntryDocuments.ID, ids), eq(EntryDocuments.STATE, Entry.State.WAITING.name()));
  }

  private boolean inserted(Document document) {
    try {
      documents.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (Store.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private static List<Entry> entries(FindIterable<Document> found) {
    return found.map(EntryDocuments::entry).into(new ArrayList<>()).stream()
        .sorted(Comparator.comparing(Entry::order))
        .toList();
  }
}
