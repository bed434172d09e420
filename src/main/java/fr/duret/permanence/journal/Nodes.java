package fr.duret.permanence.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is alive among the processes that share the store.
///
/// Every process has a name used once and a document whose beat it changes; the others judge it by
/// their own monotonic clock. A process that has not beaten for a lease is *deposed* by a
/// compare-and-set, after which it can never beat again; only then is its work taken over. A
/// process that could not beat in time stops working by itself before that ([#working()]).
public final class Nodes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private static final String STATE = "state";
  private static final String BEAT = "beat";
  private static final String WORKING = "working";

  /// Beats in a lease: two may fail before the lease is lost.
  private static final int BEATS = 4;

  private final String self;
  private final LongSupplier nanos;
  private final Duration lease;
  private final MongoCollection<Document> documents;
  private final Pulse pulse;
  private final Map<String, Sighting> others = new HashMap<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private volatile long lastBeat;
  private volatile boolean deposed;
  private volatile Runnable onDeposed = () -> {};

  /// When a beat of another process was first seen.
  private record Sighting(long beat, long nanos) {}

  /// Enters this process.
  ///
  /// @param self a name never used before: host and something random
  /// @param nanos the machine's monotonic clock
  /// @param lease how long a beat is good for
  /// @param alone whether no other process can be at work: all that came before are deposed at once
  public Nodes(Store store, String self, LongSupplier nanos, Duration lease, boolean alone) {
    this.self = self;
    this.nanos = nanos;
    this.lease = lease;
    this.documents = store.collection("nodes", Index.on(STATE));
    this.pulse = new Pulse("nodes", lease.dividedBy(BEATS), this::tick);
    this.lastBeat = nanos.getAsLong();
    documents.insertOne(new Document("_id", self).append(STATE, WORKING).append(BEAT, 0L));
    if (alone) {
      documents.updateMany(and(eq(STATE, WORKING), ne("_id", self)), set(STATE, "deposed"));
    }
  }

  /// Begins to beat at intervals.
  public void start() {
    pulse.start();
  }

  /// This process's name.
  public String self() {
    return self;
  }

  /// Whether this process may begin work: its last beat is young enough.
  public boolean working() {
    return allows(Duration.ZERO);
  }

  /// Whether something that takes so long can be begun and ended within what is left of the lease.
  public boolean allows(Duration time) {
    return !deposed && nanos.getAsLong() - lastBeat + time.toNanos() < lease.toNanos();
  }

  /// Whether that process has ended or was deposed, so that its work may be taken over.
  public boolean gone(String node) {
    if (node.equals(self)) {
      return false;
    }
    if (gone.contains(node)) {
      return true;
    }
    Document known = documents.find(eq("_id", node)).first();
    boolean ended = known == null || !WORKING.equals(known.getString(STATE));
    if (ended) {
      gone.add(node);
    }
    return ended;
  }

  /// Says what to do when this process was deposed: others do its work now, it can only end.
  public void onDeposed(Runnable action) {
    onDeposed = action;
  }

  /// Beats once and judges the others; [#start()] does it at intervals.
  public void tick() {
    if (!deposed) {
      beat();
      judge();
    }
  }

  /// Leaves: nobody needs to wait for the lease to take over. Close everything that works under
  /// this name before.
  @Override
  public void close() {
    pulse.close();
    deposed = true;
    documents.updateOne(mine(), set(STATE, "left"));
  }

  private void beat() {
    // Counted from before the write: the others cannot have seen it earlier.
    long began = nanos.getAsLong();
    if (documents.updateOne(mine(), inc(BEAT, 1L)).getMatchedCount() == 1) {
      lastBeat = began;
    } else {
      LOG.error("this process was deposed by another one and stops working");
      deposed = true;
      onDeposed.run();
    }
  }

  private void judge() {
    Map<String, Sighting> present = new HashMap<>();
    for (Document node : documents.find(eq(STATE, WORKING))) {
      String name = node.getString("_id");
      if (!name.equals(self)) {
        present.put(name, judged(name, node.getLong(BEAT)));
      }
    }
    others.clear();
    others.putAll(present);
  }

  private Sighting judged(String name, long beat) {
    Sighting before = others.get(name);
    if (before == null || before.beat() != beat) {
      return new Sighting(beat, nanos.getAsLong());
    }
    if (nanos.getAsLong() - before.nanos() >= patience()) {
      depose(name, beat);
    }
    return before;
  }

  private void depose(String name, long beat) {
    var asSeen = and(eq("_id", name), eq(STATE, WORKING), eq(BEAT, beat));
    if (documents.updateOne(asSeen, set(STATE, "deposed")).getModifiedCount() == 1) {
      LOG.warn("node {} does not beat any more, its work is taken over", name);
    }
  }

  /// A quarter longer than the lease: clocks of two machines do not run equally fast.
  private long patience() {
    return lease.plus(lease.dividedBy(BEATS)).toNanos();
  }

  private Bson mine() {
    return and(eq("_id", self), eq(STATE, WORKING));
  }
}
