package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Set;
import org.h2.mvstore.MVStore;

/// The H2 backend, replying to a write only when it is on disk, and only to who knows the password.
final class DurableBackend extends H2Backend {

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findAndModify",
          "create",
          "createIndexes",
          "drop",
          "dropIndexes",
          "dropDatabase");

  private final GroupCommit commits;
  private final Password password;
  private final Scans scans;

  DurableBackend(MVStore store, GroupCommit commits, Password password, Scans scans) {
    this.commits = commits;
    this.scans = scans;
    this.password = password;
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, getMvStore(), getCursorRegistry(), scans);
  }

  /// The old form of a query, which no driver of today sends.
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    password.check(query.getChannel(), "query");
    return super.handleQuery(query);
  }

  @Override
  public Document handleCommand(
      Channel connection, String database, String command, Document query) {
    if (command.equals("saslStart")) {
      return password.authenticate(connection, query);
    }
    password.check(connection, command);
    MVStore.TxCounter pagesInUse = getMvStore().registerVersionUsage();
    try {
      return WRITES.contains(command)
          ? commits.durably(() -> super.handleCommand(connection, database, command, query))
          : commits.reading(() -> super.handleCommand(connection, database, command, query));
    } finally {
      getMvStore().deregisterVersionUsage(pagesInUse);
    }
  }

  @Override
  protected Document handleGetMore(String database, String command, Document query) {
    query.putIfAbsent("batchSize", IndexedDatabase.BATCH_SIZE);
    return super.handleGetMore(database, command, query);
  }
}
