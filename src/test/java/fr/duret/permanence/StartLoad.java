package fr.duret.permanence;

import fr.duret.permanence.load.Times;
import fr.duret.permanence.load.TwilioSink;
import fr.duret.permanence.load.Webhooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Measures starts of `bin/permanence` as a user starts it: when `serve` is ready, and when `demo`
/// has answered its first text message, both counted from the start of the JVM. See
/// docs/performance.md.
///
/// Argument: runs of each, after one that is not counted and in which the script may prepare quick
/// starts.
public final class StartLoad {

  private static final int DEFAULT_RUNS = 5;
  private static final Pattern READY = Pattern.compile("ready on port (\\d+) after (\\d+) ms");
  private static final double NANOS_IN_MS = 1e6;
  private static final long POLL_NANOS = 5_000_000;
  private static final String SMS =
      "{\"from\": \"06 12 34 56 78\", \"body\": \"Bonsoir je voudrais un rdv pour l entretien\"}";

  private final HttpClient http = HttpClient.newHttpClient();

  private StartLoad() {}

  /// Prints median and maximum.
  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_RUNS;
    StartLoad load = new StartLoad();
    double[] serve = new double[runs];
    double[] demo = new double[runs];
    for (int i = -1; i < runs; i++) {
      double ready = load.serve();
      double answered = load.demo();
      if (i >= 0) {
        serve[i] = ready;
        demo[i] = answered;
      }
    }
    report("serve is ready", serve);
    report("demo has answered its first SMS", demo);
  }

  private static void report(String what, double[] millis) {
    System.out.printf(
        "%-32s median %.0f ms   max %.0f ms   (%d starts)%n",
        what, Times.median(millis), Arrays.stream(millis).max().orElse(0), millis.length);
  }

  private double serve() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start-load");
    try (TwilioSink twilio = TwilioSink.start()) {
      String yaml =
          """
          http: {host: 127.0.0.1, port: 0, adminPort: -1, publicUrl: "https://bot.example.fr"}
          store: {uri: "embedded:%s"}
          twilio: {accountSid: %s, authToken: %s, apiUrl: "%s", number: "+33939010203"}
          company: src/main/resources/demo/company.yaml
          """
              .formatted(folder, Webhooks.ACCOUNT, Webhooks.TOKEN, twilio.apiUrl());
      Path config = Files.writeString(folder.resolve("permanence.yaml"), yaml);
      return started((port, millis) -> millis, "serve", "--config", config.toString());
    }
  }

  private double demo() throws IOException, InterruptedException {
    return started(this::answered, "demo", "--port", "0");
  }

  /// What is measured once the program listens.
  @FunctionalInterface
  private interface Ready {

    /// @param millis since the start of the JVM
    double at(int port, double millis) throws IOException, InterruptedException;
  }

  private double answered(int port, double ready) throws IOException, InterruptedException {
    long began = System.nanoTime();
    String api = "http://127.0.0.1:" + port + "/simulateur/api";
    HttpRequest sms =
        HttpRequest.newBuilder(URI.create(api + "/sms"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SMS))
            .build();
    http.send(sms, HttpResponse.BodyHandlers.ofString());
    HttpRequest inbox =
        HttpRequest.newBuilder(URI.create(api + "/inbox?address=0612345678")).build();
    while (!http.send(inbox, HttpResponse.BodyHandlers.ofString()).body().contains("Bonsoir M.")) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return ready + (System.nanoTime() - began) / NANOS_IN_MS;
  }

  private static double started(Ready measured, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bin/permanence");
    builder.command().addAll(Arrays.asList(command));
    Process process = builder.redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      @Nullable String line = lines.readLine();
      while (line != null) {
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          return measured.at(Integer.parseInt(ready.group(1)), Double.parseDouble(ready.group(2)));
        }
        line = lines.readLine();
      }
      throw new IllegalStateException("it ended without being ready");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
