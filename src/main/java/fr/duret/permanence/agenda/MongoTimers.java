package fr.duret.permanence.agenda;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.journal.Owners;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Purge;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The timers' documents. `next` (when to look at it) is present while the timer waits, `node`
/// while one fires it, neither once it is over: so both indexes are as small as what is still to
/// do. Every change but the first compares and raises `version`.
///
/// What has fired is kept for a while: a replayed turn that plans it again must not fire it again.
final class MongoTimers {

  private static final String ID = "_id";
  private static final String DUE = "due";
  private static final String NEXT = "next";
  private static final String STATE = "state";
  private static final String VERSION = "version";
  private static final String FAILURES = "failures";

  /// Where a timer stands.
  enum State {
    ARMED,
    FIRED,
    CANCELLED,
    STUCK
  }

  /// A timer as it was read.
  record Stored(Timer timer, State state, long version, int failures) {}

  private final MongoCollection<Document> documents;
  private final Owners owners;

  MongoTimers(Store store) {
    documents =
        store.collection(
            "timers",
            Index.on(NEXT).onlyWherePresent(),
            Index.on(Owners.NODE).onlyWherePresent(),
            Index.on(DUE));
    owners = new Owners(documents);
  }

  Owners owners() {
    return owners;
  }

  boolean inserted(Timer timer) {
    Document document = new Document(ID, timer.key()).append(VERSION, 0L);
    document.putAll(armed(timer));
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

  Optional<Stored> find(String key) {
    return Optional.ofNullable(documents.find(eq(ID, key)).map(MongoTimers::stored).first());
  }

  boolean rearm(Stored known, Timer timer) {
    Bson change =
        combine(
            armed(timer).entrySet().stream()
                .map(field -> set(field.getKey(), field.getValue()))
                .toList());
    return changed(known, combine(change, unset(Owners.NODE)));
  }

  boolean claim(Stored known, String node) {
    return changed(known, combine(set(Owners.NODE, node), unset(NEXT)));
  }

  boolean close(Stored known, State end) {
    return changed(known, combine(set(STATE, end.name()), unset(Owners.NODE), unset(NEXT)));
  }

  /// Gives a claimed timer back, to be looked at again at that time.
  boolean release(Stored known, Instant next, int moreFailures) {
    return changed(
        known, combine(set(NEXT, next), inc(FAILURES, moreFailures), unset(Owners.NODE)));
  }

  void adopt(String node, Instant now) {
    documents.updateMany(
        eq(Owners.NODE, node), combine(set(NEXT, now), inc(VERSION, 1L), unset(Owners.NODE)));
  }

  List<Stored> due(Instant now, int limit) {
    return list(documents.find(lte(NEXT, now)).sort(Sorts.ascending(NEXT)).limit(limit));
  }

  List<Stored> owned(String node, int limit) {
    return list(documents.find(eq(Owners.NODE, node)).limit(limit));
  }

  Optional<Instant> next() {
    Document first = documents.find(gte(NEXT, Instant.EPOCH)).sort(Sorts.ascending(NEXT)).first();
    return Optional.ofNullable(first).map(document -> document.getDate(NEXT).toInstant());
  }

  /// Deletes what fired or was cancelled and was due before that time.
  long forget(Instant before, int most) {
    Bson over = in(STATE, State.FIRED.name(), State.CANCELLED.name());
    return Purge.first(documents, and(lt(DUE, before), over), DUE, most);
  }

  private boolean changed(Stored known, Bson change) {
    Bson asRead = and(eq(ID, known.timer().key()), eq(VERSION, known.version()));
    return documents.updateOne(asRead, combine(change, inc(VERSION, 1L))).getModifiedCount() == 1;
  }

  private static Map<String, Object> armed(Timer timer) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("kind", timer.kind());
    fields.put("data", new Document(new TreeMap<String, Object>(timer.data())));
    fields.put(DUE, timer.due());
    fields.put(NEXT, timer.due());
    fields.put(STATE, State.ARMED.name());
    fields.put(FAILURES, 0);
    return fields;
  }

  private static List<Stored> list(FindIterable<Document> found) {
    return found.map(MongoTimers::stored).into(new ArrayList<>());
  }

  private static Stored stored(Document document) {
    Map<String, String> data = new TreeMap<>();
    document.get("data", Document.class).forEach((name, value) -> data.put(name, (String) value));
    Timer timer =
        new Timer(
            document.getString(ID),
            document.getDate(DUE).toInstant(),
            document.getString("kind"),
            data);
    return new Stored(
        timer,
        State.valueOf(document.getString(STATE)),
        document.getLong(VERSION),
        document.getInteger(FAILURES));
  }
}
