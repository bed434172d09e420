package fr.duret.permanence.store;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Everything durable, through MongoDB's driver: on a real server or replica set, or embedded.
///
/// A write that returned is on disk (embedded: in the file and fsynced; a real one: acknowledged by
/// the majority, journalled). Use only commands and operators that `docs/store.md` allows: they
/// answer alike on both. A change is an insert under a unique key or a compare-and-set; there are
/// no transactions.
public final class Store implements AutoCloseable {

  private static final String EMBEDDED = "embedded:";
  private static final String DATABASE = "permanence";

  /// Longer than the election of a new primary usually takes (MongoDB's documentation: 12 s).
  private static final long SERVER_SELECTION_SECONDS = 15;

  private final @Nullable EmbeddedServer server;
  private final Reachability reachability = new Reachability();
  private final MongoClient client;
  private final MongoDatabase database;
  private volatile boolean closed;

  private Store(
      ConnectionString uri,
      @Nullable EmbeddedServer server,
      UnaryOperator<MongoClientSettings.Builder> settings) {
    this.server = server;
    this.client = MongoClients.create(settings.apply(defaults(uri)).build());
    String name = uri.getDatabase();
    this.database = client.getDatabase(name == null ? DATABASE : name);
  }

  /// Opens a store.
  ///
  /// @param uri `embedded:DIR` (DIR is created if need be; one process at a time) or any connection
  ///   string of MongoDB, whose path names the database (default `permanence`)
  /// @throws StoreGoneException if the embedded store cannot be opened
  /// @throws IllegalArgumentException if the text is neither
  public static Store open(String uri) {
    return open(uri, UnaryOperator.identity());
  }

  /// Opens a store with the driver's settings changed, which only tests and metrics need.
  ///
  /// @see #open(String)
  public static Store open(String uri, UnaryOperator<MongoClientSettings.Builder> settings) {
    return embeddedDirectory(uri)
        .map(directory -> embedded(directory, settings))
        .orElseGet(() -> new Store(new ConnectionString(uri), null, settings));
  }

  /// Where an embedded store is; empty if the URI is none.
  static Optional<Path> embeddedDirectory(String uri) {
    return uri.startsWith(EMBEDDED)
        ? Optional.of(Path.of(uri.substring(EMBEDDED.length())))
        : Optional.empty();
  }

  private static Store embedded(
      Path directory, UnaryOperator<MongoClientSettings.Builder> settings) {
    EmbeddedServer server;
    try {
      server = EmbeddedServer.open(directory);
    } catch (MVStoreException | UncheckedIOException e) {
      throw new StoreGoneException("the store in " + directory + " cannot be opened", e);
    }
    return new Store(new ConnectionString(server.connectionString()), server, settings);
  }

  /// A collection with its indexes, created if they do not exist yet.
  ///
  /// @throws MongoException with code 86 or 85 if an index of the same name exists with other
  ///   options, 11000 if what is stored is not unique
  public MongoCollection<Document> collection(String name, Index... indexes) {
    MongoCollection<Document> collection = database.getCollection(name);
    for (Index index : indexes) {
      collection.createIndex(index.keys(), index.options());
    }
    return collection;
  }

  /// Whether a write was refused because a document with that unique key exists.
  public static boolean isDuplicate(MongoException e) {
    return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }

  /// Whether operations can be expected to succeed now; cheap, asks nobody.
  public boolean alive() {
    return !closed && (server == null ? reachability.writable() : server.alive());
  }

  /// Whether it was closed or, embedded, has failed for good: nothing will be read or written here
  /// any more. A real server that is away may come back.
  public boolean ended() {
    return closed || (server != null && !server.alive());
  }

  /// Calls `listener` once, with the cause, when the embedded store has failed for good: the
  /// process should then end with an error. At once if it already has. A real server that is away
  /// comes back by itself and is only seen in [#alive()].
  public void onFailure(Consumer<Throwable> listener) {
    if (server != null) {
      server.onFailure(listener);
    }
  }

  /// The server in this process; empty with a real one.
  public Optional<EmbeddedServer> embedded() {
    return Optional.ofNullable(server);
  }

  /// Deletes everything; for tests on a real server.
  void dropDatabase() {
    database.drop();
  }

  /// Ends all connections and closes the file; what was acknowledged is there at the next opening.
  @Override
  public void close() {
    closed = true;
    client.close();
    if (server != null) {
      server.close();
    }
  }

  private MongoClientSettings.Builder defaults(ConnectionString uri) {
    return MongoClientSettings.builder()
        .writeConcern(WriteConcern.MAJORITY.withJournal(server == null ? true : null))
        .retryWrites(true)
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .applyToClusterSettings(cluster ->
            cluster
                .serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS)
                .addClusterListener(reachability))
        .applyConnectionString(uri);
  }

  /// What the driver last learnt of a real server or replica set.
  private static final class Reachability implements ClusterListener {

    private volatile @Nullable ClusterDescription last;

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
      last = event.getNewDescription();
    }

    boolean writable() {
      ClusterDescription known = last;
      return known != null && known.hasWritableServer();
    }
  }
}
