package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/// A collection that answers queries from its indexes and hands out only copies, so that a stored
/// document never changes under a reader.
final class IndexedCollection extends H2Collection {

  private final Scans scans;

  /// An update of one document needs the first match only. Guarded by the collection's lock.
  private boolean firstMatchOnly;

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> data,
      MVMap<String, Object> meta,
      CursorRegistry cursors,
      Scans scans) {
    super(database, name, options, data, meta, cursors);
    this.scans = name.startsWith("system.") ? new Scans() : scans; // its own bookkeeping
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document sort, int skip, int limit, int batch, Document fields) {
    int wanted = firstMatchOnly ? 1 : limit;
    Optional<IndexScan> plan =
        getIndexes().stream()
            .map(index -> IndexScan.plan((SortedIndex) index, query, sort))
            .flatMap(Optional::stream)
            .max(Comparator.comparingInt(IndexScan::score));
    if (plan.isEmpty()) {
      scans.readAll(count());
      return matchDocuments(query, sort, skip, wanted, batch, fields);
    }
    IndexScan scan = plan.get();
    Document unsorted = scan.sorts() ? null : sort;
    return matchDocumentsFromStream(
        scan.positions().peek(position -> scans.read()).map(this::getDocument),
        query,
        unsorted,
        skip,
        wanted,
        batch,
        fields);
  }

  /// Every read ends here, still under the collection's lock. An update puts new values into the
  /// fields of a stored document and never changes a value inside, so that only the document itself
  /// needs a copy.
  @Override
  protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
    List<Document> copies = matched.stream().map(Document::clone).toList();
    return super.createQueryResult(copies, batchSize);
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    firstMatchOnly = !multi;
    try {
      return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    } finally {
      firstMatchOnly = false;
    }
  }

  @Override
  public synchronized int count(Document query, int skip, int limit) {
    return super.count(query, skip, limit);
  }

  @Override
  public synchronized void addIndex(Index<Object> index) {
    try {
      super.addIndex(index);
    } catch (IndexBuildFailedException e) {
      index.drop(); // no half-built index stays behind
      throw e;
    }
  }

  @Override
  protected boolean tracksDataSize() {
    return false; // one map less to save at each write
  }
}
