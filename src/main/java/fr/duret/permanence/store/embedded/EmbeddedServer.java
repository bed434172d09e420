package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/// A server speaking MongoDB's protocol on a random loopback port, with its data in one file.
///
/// Acknowledged means on disk. Only who knows the password, made anew at each start and kept in
/// memory alone, gets an answer.
public final class EmbeddedServer implements AutoCloseable {

  /// A writer's thread sleeps until its write is on disk: each connection needs a thread of its
  /// own.
  private static final int CONNECTION_THREADS = 128;

  private static final int CACHE_MEGABYTES = 64;
  private static final String FILE = "permanence.mv";

  private final MongoServer server;
  private final GroupCommit commits;
  private final Password password;
  private final Scans scans;

  private EmbeddedServer(MongoServer server, GroupCommit commits, Password password, Scans scans) {
    this.scans = scans;
    this.server = server;
    this.commits = commits;
    this.password = password;
  }

  /// Opens the store in a directory, created if need be.
  ///
  /// @throws org.h2.mvstore.MVStoreException if another process has it open or the file is damaged
  /// @throws UncheckedIOException if the directory cannot be made
  public static EmbeddedServer open(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Nothing but GroupCommit may write: MVStore's own timer could save half a command.
    MVStore store =
        new MVStore.Builder()
            .fileName(directory.resolve(FILE).toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .open();
    store.setRetentionTime(0); // safe, as every commit is synced before the next one begins
    GroupCommit commits = new GroupCommit(store);
    Password password = Password.random();
    Scans scans = new Scans();
    MongoServer server = new MongoServer(new DurableBackend(store, commits, password, scans));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTION_THREADS);
    return new EmbeddedServer(server, commits, password, scans);
  }

  /// How this process's driver reaches it; holds the password, so it belongs in no log.
  public String connectionString() {
    return "mongodb://permanence:"
        + password.text()
        + "@127.0.0.1:"
        + server.getLocalAddress().getPort()
        + "/?authMechanism=PLAIN&authSource=$external&directConnection=true";
  }

  /// Whether it still takes writes.
  public boolean alive() {
    return commits.alive();
  }

  /// Calls `listener` once, when it has failed for good; at once if it already has.
  public void onFailure(Consumer<Throwable> listener) {
    commits.onFailure(listener);
  }

  /// What its queries have read; for tests.
  public Scans scans() {
    return scans;
  }

  /// Stops; clients are cut off.
  @Override
  public void close() {
    commits.close();
    server.shutdownNow();
  }
}
