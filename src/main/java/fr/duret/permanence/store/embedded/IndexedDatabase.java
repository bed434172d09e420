package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/// A database whose indexes are all [SortedIndex]es.
final class IndexedDatabase extends H2Database {

  /// Documents a reply where the client names no number, as in MongoDB: a reply stays below 48 MB.
  static final int BATCH_SIZE = 101;

  /// How the driver's countDocuments ends; as an aggregation it would copy the whole collection.
  private static final Document GROUP_TO_COUNT =
      new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

  private final MVStore store;
  private final Scans scans;

  IndexedDatabase(String name, MVStore store, CursorRegistry cursors, Scans scans) {
    this.store = store;
    this.scans = scans;
    super(name, store, cursors);
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    Refusals.check(command, query);
    if (command.equals("find")) {
      query.putIfAbsent("batchSize", BATCH_SIZE);
    }
    Document filter = command.equals("aggregate") ? counted(query) : null;
    if (filter != null) {
      Document count = new Document("count", query.get("aggregate")).append("query", filter);
      Document reply = super.handleCommand(channel, "count", count, resolver, oplog);
      return cursorOf(count(reply), String.valueOf(query.get("aggregate")));
    }
    Document reply = super.handleCommand(channel, command, query, resolver, oplog);
    if (command.equals("insert") && reply.containsKey("writeErrors")) {
      countInserted(Refusals.ordered(query), reply);
    }
    return reply;
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return openIndex(collection, index, keys, sparse, true);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return openIndex(collection, index, keys, sparse, false);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    String namespace = getFullCollectionNamespace(collection);
    MVMap<Object, Document> data =
        store.openMap(
            "databases." + namespace,
            new MVMap.Builder<Object, Document>()
                .keyType(new BsonDataType(List.of()))
                .valueType(new BsonDataType(List.of())));
    MVMap<String, Object> meta = store.openMap("meta." + namespace);
    return new IndexedCollection(this, collection, options, data, meta, cursorRegistry, scans);
  }

  private Index<Object> openIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse, boolean unique) {
    MVMap<Object, Long> entries =
        store.openMap(
            getFullCollectionNamespace(collection) + "._index_" + index,
            new MVMap.Builder<Object, Long>()
                .keyType(new BsonDataType(keys))
                .valueType(LongDataType.INSTANCE));
    return new SortedIndex(index, keys, sparse, unique, entries);
  }

  /// The filter of a driver's countDocuments; null for any other aggregation.
  private static @Nullable Document counted(Document aggregation) {
    List<Document> stages = Refusals.documents(aggregation, "pipeline");
    boolean counts =
        stages.size() == 2
            && stages.getFirst().containsKey("$match")
            && stages.getLast().equals(GROUP_TO_COUNT);
    return counts ? (Document) stages.getFirst().get("$match") : null;
  }

  private Document cursorOf(int count, String collection) {
    List<Document> batch =
        count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
    Document cursor =
        new Document("id", 0L)
            .append("ns", getFullCollectionNamespace(collection))
            .append("firstBatch", batch);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  private static int count(Document reply) {
    return (int) Objects.requireNonNull(reply.get("n"));
  }

  /// The stock server reports all documents of a bulk as inserted.
  private static void countInserted(boolean ordered, Document reply) {
    List<Document> errors = Refusals.documents(reply, "writeErrors");
    Object inserted = ordered ? errors.getFirst().get("index") : count(reply) - errors.size();
    reply.put("n", inserted);
  }
}
