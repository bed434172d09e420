package fr.duret.permanence;

import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import fr.duret.permanence.store.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
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

  /// What the command does, with the program's own logging, which says where it listens, and with
  /// another business clock.
  static final class Serve {

    private Serve() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      System.setProperty("logback.configurationFile", "logback.xml");
      Path config = Path.of(arguments[0]);
      Duration shift = Duration.parse(arguments[1]);
      Settings settings = SettingsReader.serve(config, Map.of(), Path.of("."));
      InstantSource system = InstantSource.system();
      Clocks clocks = Clocks.of(() -> system.instant().plus(shift));
      System.exit(Running.until(Application.production(settings, clocks)));
    }
  }

  /// Starts it and waits until it listens.
  static ServedChild start(Installation installation, FastClocks time) {
    String config = installation.config().toString();
    ChildJvm process = ChildJvm.start(Serve.class, config, time.shift().toString());
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
