package fr.duret.permanence;

import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `permanence prepare`: `serve` and `demo` for a moment, on data that is thrown away and with a
/// provider that is not there. `bin/permanence` has Java record it once after each build
/// (`-XX:AOTCacheOutput`), so that later starts find their classes loaded, linked and profiled.
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything for a moment and stops it again; the start script has Java record this"
            + " once, so that later starts are quick.")
final class PrepareCommand implements Callable<Integer> {

  private static final LocalDateTime SUNDAY = LocalDateTime.of(2026, 11, 22, 18, 30);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("permanence-prepare");
    try {
      serve(folder);
      demo(folder);
      return 0;
    } finally {
      Rehearsal.delete(folder);
    }
  }

  private static void serve(Path folder) throws IOException {
    Path company = folder.resolve("company.yaml");
    try (InputStream shipped = resource("/demo/company.yaml")) {
      Files.copy(shipped, company);
    }
    String text =
        """
        http: {host: 127.0.0.1, port: 0, adminPort: 0, publicUrl: "http://127.0.0.1"}
        store: {uri: "embedded:%s"}
        twilio: {accountSid: x, authToken: x, apiUrl: "http://127.0.0.1:9", number: "+33600000000"}
        company: "%s"
        """
            .formatted(folder.resolve("serve"), company);
    Path file = Files.writeString(folder.resolve("permanence.yaml"), text);
    Settings settings = Configuration.serve(file, Map.of(), Home.folder());
    Logging.structured();
    Application.production(settings).close();
  }

  private static void demo(Path folder) throws IOException, InterruptedException {
    Settings settings =
        SettingsReader.demo(0, "embedded:" + folder.resolve("demo"), Map.of(), Home.folder());
    try (Application demo = Application.demo(settings, SUNDAY, true);
        HttpClient http = HttpClient.newHttpClient();
        InputStream sms = resource("/demo/first-sms.json")) {
      URI base = URI.create("http://127.0.0.1:" + demo.port());
      HttpRequest first =
          HttpRequest.newBuilder(base.resolve("/simulateur/api/sms"))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofByteArray(sms.readAllBytes()))
              .build();
      http.send(first, BodyHandlers.discarding());
      http.send(
          HttpRequest.newBuilder(base.resolve("/simulateur")).build(), BodyHandlers.discarding());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(PrepareCommand.class.getResourceAsStream(name), name);
  }
}
