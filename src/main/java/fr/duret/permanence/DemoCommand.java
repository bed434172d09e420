package fr.duret.permanence;

import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `permanence demo`: the whole product with a seeded company, simulated telephones and a clock
/// that can be set.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs the whole product on the embedded store, with a seeded company, the simulator in"
            + " place of the providers and a settable clock.")
final class DemoCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  private int port;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keeps the store there between runs (default: a temporary folder)")
  private @Nullable Path data;

  @Option(
      names = "--clock",
      paramLabel = "TIME",
      defaultValue = "2026-11-22T18:30",
      converter = LocalTimes.class,
      description = "local time at the start (default: ${DEFAULT-VALUE}, a Sunday evening)")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private LocalDateTime clock;

  @Option(names = "--company", paramLabel = "FILE", description = "another company file")
  private @Nullable Path company;

  @Option(names = "--empty", description = "without seeded clients and visits")
  private boolean empty;

  /// Reads a local time; says what one looks like.
  private static final class LocalTimes implements ITypeConverter<LocalDateTime> {

    @Override
    public LocalDateTime convert(String text) {
      try {
        return LocalDateTime.parse(text);
      } catch (DateTimeException wrong) {
        throw new TypeConversionException("'" + text + "' is no local time like 2026-11-22T18:30");
      }
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port is no port from 0 to " + LAST_PORT);
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (company != null) {
      environment.put("PERMANENCE_COMPANY", company.toString());
    }
    Path folder = data == null ? Files.createTempDirectory("permanence-demo") : data;
    Settings settings = SettingsReader.demo(port, "embedded:" + folder, environment, Home.folder());
    DataFolder.prepare(settings.storeUri());
    return Running.until(Application.demo(settings, clock, !empty));
  }
}
