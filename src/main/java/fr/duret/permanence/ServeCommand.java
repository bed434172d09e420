package fr.duret.permanence;

import fr.duret.permanence.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `permanence serve`: production.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the service; refuses to start with all configuration errors listed.")
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the configuration")
  @SuppressWarnings("NullAway.Init") // set by picocli, which refuses to run without it
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Configuration.serve(file, System.getenv(), Home.folder());
    Logging.structured();
    DataFolder.prepare(settings.storeUri());
    return Running.until(Application.production(settings));
  }
}
