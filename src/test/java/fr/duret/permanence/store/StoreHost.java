package fr.duret.permanence.store;

import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;

/// Hosts an embedded store alone, for tests with several nodes in several processes: prints the
/// connection string, password included.
///
/// From a test: `ChildJvm host = ChildJvm.start(StoreHost.class, directory)`, then
/// `Store.open(host.line())` in as many processes as wanted.
public final class StoreHost {

  private StoreHost() {}

  /// Serves until its standard input ends.
  ///
  /// @param arguments the folder of the data
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
      System.out.println(server.connectionString());
      while (System.in.read() >= 0) {
        // anything but the end is ignored
      }
    }
  }
}
