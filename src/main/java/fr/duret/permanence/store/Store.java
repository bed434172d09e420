package fr.duret.permanence.store;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /// A replica set that has had no primary for so long does not come back by itself.
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  private final @Nullable EmbeddedServer server;
  private final Failure failure = new Failure();
  private final Reachability reachability =
      new Reachability(GIVEN_UP, System::nanoTime, this::unreachable);
  private final MongoClient client;
  private final MongoDatabase database;

  private Store(
      ConnectionString uri,
      @Nullable EmbeddedServer server,
      UnaryOperator<MongoClientSettings.Builder> settings) {
    this.server = server;
    this.client = MongoClients.create(settings.apply(defaults(uri)).build());
    String name = uri.getDatabase();
    this.database = client.getDatabase(name == null ? DATABASE : name);
    if (server != null) {
      server.onFailure(failure::happened);
    }
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

  /// Whether a bulk of writes was made but for those that were refused because a document with that
  /// unique key exists.
  public static boolean isOnlyDuplicates(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream()
            .map(error -> ErrorCategory.fromErrorCode(error.getCode()))
            .allMatch(ErrorCategory.DUPLICATE_KEY::equals);
  }

  /// Whether an operation failed because the store did not answer it: away, gone or closed. What it
  /// would have written is perhaps there all the same; asked again later it may succeed.
  public static boolean isUnavailable(RuntimeException e) {
    return e instanceof MongoException || e instanceof StoreGoneException || fromDriver(e);
  }

  /// Of a closed client the driver's own assertions complain, with exceptions of Java's.
  private static boolean fromDriver(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e instanceof IllegalStateException
        && trace.length > 0
        && trace[0].getClassName().startsWith("com.mongodb.");
  }

  /// Whether operations can be expected to succeed now; cheap, asks nobody.
  public boolean alive() {
    return !failure.isKnown() && (server == null ? reachability.writable() : server.alive());
  }

  /// Does something that needs the store, such as a start; where it cannot be done because the
  /// store has failed for good, why is told in plain words.
  ///
  /// @throws StoreGoneException with the reason
  public <T> T explaining(Supplier<T> work) {
    return failure.explaining(work);
  }

  /// Whether it has failed for good (see [#onFailure]): nothing will be read or written here.
  public boolean ended() {
    return failure.isKnown();
  }

  /// Calls `listener` once, with the cause, when the store has failed for good: the process should
  /// then end with an error. At once if it already has. That is so when the embedded store cannot
  /// write any more, when a real one has taken no writes for two minutes, and after [#close].
  public void onFailure(Consumer<Throwable> listener) {
    failure.listen(listener);
  }

  private void unreachable() {
    failure.happened(new IllegalStateException("no server has taken writes for " + GIVEN_UP));
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
    failure.happened(new IllegalStateException("the store was closed"));
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
        .applyToServerSettings(one -> one.addServerMonitorListener(reachability))
        .applyConnectionString(uri);
  }
}
