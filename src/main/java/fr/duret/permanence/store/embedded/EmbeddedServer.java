package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

  /// Opens the store in a directory, created if need be. A loosely filled file is compacted first
  /// if that takes less than a second.
  ///
  /// @throws org.h2.mvstore.MVStoreException if another process has it open or the file is damaged
  /// @throws UncheckedIOException if the directory or the file cannot be made
  public static EmbeddedServer open(Path directory) {
    try {
      return serve(new DataFile(directory).open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedServer serve(MVStore store) {
    GroupCommit commits = new GroupCommit(store);
    Password password = Password.random();
    Scans scans = new Scans();
    MongoServer server = new MongoServer(new DurableBackend(store, commits, password, scans));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTION_THREADS);
    return new EmbeddedServer(server, commits, password, scans);
  }

  /// Makes the file in a directory as small as its data; needs as much free space as the result.
  /// The store must be closed.
  ///
  /// @return what was gained, in bytes
  /// @throws org.h2.mvstore.MVStoreException if a process has it open or the file is damaged
  /// @throws IOException if there is no file or it cannot be written
  public static long compact(Path directory) throws IOException {
    DataFile file = new DataFile(directory);
    long before = file.size();
    file.compact();
    return before - file.size();
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
