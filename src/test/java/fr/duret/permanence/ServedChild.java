package fr.duret.permanence;

import fr.duret.permanence.store.ChildJvm;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `permanence serve` in a process of its own, as its operator runs it, that listens.
///
/// @param process to be killed
/// @param port where it listens
record ServedChild(ChildJvm process, int port) implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready on port (\\d+)");

  /// The program with its own logging, which says where it listens, instead of the tests'.
  static final class Serve {

    private Serve() {}

    public static void main(String[] arguments) {
      System.setProperty("logback.configurationFile", "logback.xml");
      Main.main(arguments);
    }
  }

  /// Starts it and waits until it listens.
  static ServedChild start(Installation installation) {
    String config = installation.config().toString();
    ChildJvm process = ChildJvm.start(Serve.class, "serve", "--config", config);
    return new ServedChild(process, port(process));
  }

  /// Kills it without warning.
  void kill() {
    process.kill();
  }

  /// Stops it as its supervisor does.
  ///
  /// @return its exit code
  int terminate() {
    return process.terminate(Duration.ofMinutes(1));
  }

  /// Reads what the service prints until its end, because a full pipe would stop it.
  private static int port(ChildJvm service) {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          Matcher ready = READY.matcher(service.line());
          if (ready.find()) {
            port.complete(Integer.parseInt(ready.group(1)));
          }
        }
      } catch (IllegalStateException | UncheckedIOException ended) {
        port.completeExceptionally(ended);
      }
    });
    return port.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    process.close();
  }
}
