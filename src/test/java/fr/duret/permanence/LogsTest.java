package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.channel.sms.FakeTwilio.Fault;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// What `serve` writes into its log, line by line as its own configuration writes it.
class LogsTest {

  private static final String NUMBER = "+33639981234";
  private static final String WORDS = "il y a une odeur de brule chez moi, mon code est 4711";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final Appender<ILoggingEvent> listener = new Listener(lines);

  @TempDir private Path folder;

  /// Encodes events as `logback-json.xml` says.
  private static final class Listener extends AppenderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder = encoder();
    private final Queue<String> lines;

    Listener(Queue<String> lines) {
      this.lines = lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    private static Encoder<ILoggingEvent> encoder() {
      LoggerContext context = new LoggerContext();
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      try {
        configurator.doConfigure(
            Objects.requireNonNull(LogsTest.class.getResource("/logback-json.xml")));
      } catch (JoranException e) {
        throw new IllegalStateException(e);
      }
      Appender<ILoggingEvent> console =
          context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
      return ((OutputStreamAppender<ILoggingEvent>) console).getEncoder();
    }
  }

  @BeforeEach
  void listen() {
    root.setLevel(Level.INFO);
    listener.start();
    root.addAppender(listener);
  }

  @AfterEach
  void stop() {
    root.detachAppender(listener);
    root.setLevel(before);
  }

  @Test
  void oneIdLeadsFromTheWebhookToTheMessageThatLeaves() throws IOException {
    withService((twilio, installation, service) -> {
      send(twilio, installation, service, "Bonjour, un rdv svp");
      Eventually.until(() -> has("left"));
      List<JsonObject> told = lines.stream().map(JsonObject::new).toList();
      String trace = one(told, "in the journal").getString("trace");
      assertThat(trace).isNotBlank();
      assertThat(one(told, "turn of conversation").getString("trace")).isEqualTo(trace);
      assertThat(one(told, "left").getString("trace")).isEqualTo(trace);
      assertThat(told).allSatisfy(line -> assertThat(line.fieldNames()).contains("level"));
    });
  }

  @Test
  void aDialogueWithErrorsLeavesNoNumberAndNoWords() throws IOException {
    withService((twilio, installation, service) -> {
      twilio.failNext(new Fault.LeftButError(500), new Fault.Refused(400, 21610));
      send(twilio, installation, service, WORDS);
      send(twilio, installation, service, "mon numero est " + NUMBER);
      get(service, "/twilio/status?m=" + NUMBER.substring(1));
      get(service, "/api/v1/journal?contact=" + NUMBER.substring(1));
      FakeTwilio.Text forged = twilio.write(NUMBER, Installation.OURS, WORDS, 0);
      URI elsewhere = URI.create("https://elsewhere.example");
      twilio.post("/twilio/sms", twilio.form(forged), elsewhere, at(service));
      Eventually.until(() -> has("may have left or not"));
      service.core().base().store().close();
      send(twilio, installation, service, WORDS);
    });
    assertThat(lines).hasSizeGreaterThan(3).allSatisfy(LogsTest::tellsNothing);
  }

  @Test
  void anExceptionIsNamedButNotQuotedUnlessItSpeaksOfMachines() {
    try (Store store = Store.open("embedded:" + folder.resolve("d"))) {
      var things = store.collection("things", Index.unique("who"));
      things.insertOne(new Document("who", NUMBER));
      try {
        things.insertOne(new Document("who", NUMBER).append("text", WORDS));
      } catch (MongoWriteException duplicate) {
        assertThat(duplicate).hasMessageContaining(NUMBER);
        root.warn("failed", new IllegalStateException(WORDS, duplicate));
      }
    }
    MVStoreException full = new MVStoreException(2, "Writing failed");
    full.initCause(new IOException("No space left on device"));
    root.error("ends", full);
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("No space left on device"));
    root.warn("away", new MongoTimeoutException("no server at mongo1:27017"));
    assertThat(lines).allSatisfy(LogsTest::tellsNothing);
    assertThat(lines)
        .anySatisfy(line ->
            assertThat(line)
                .contains("java.lang.IllegalStateException", "MongoWriteException", "LogsTest"))
        .anySatisfy(line -> assertThat(line).contains("no server at mongo1:27017"));
  }

  @Test
  void aBodyThatIsTooLargeIsOneWarningAndNoError() throws IOException {
    withService((twilio, installation, service) -> {
      String body = "x".repeat(200_000);
      assertThat(post(service, "/api/v1/clients", body)).isEqualTo(413);
      assertThat(post(service, "/twilio/sms", body)).isEqualTo(413);
    });
    assertThat(lines).filteredOn(line -> line.contains("too large")).hasSize(2);
    assertThat(lines).noneMatch(line -> line.contains("\"ERROR\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nope", "/twilio/sms", "/api/v1/clients", "/health/live", "/metrics", "/%zz"})
  void aFormWhereNoneIsReadIsAnsweredPlainlyAndHidesNothingInTheLog(String path)
      throws IOException {
    withService((twilio, installation, service) -> {
      for (String method : List.of("GET", "POST", "PUT", "HEAD")) {
        assertThat(send(service, method, path, "a=b&c=%zz"))
            .as(method)
            .isIn(200, 400, 401, 403, 404, 405);
      }
    });
    assertThat(lines).noneMatch(line -> line.contains("\"ERROR\""));
    assertThat(lines).noneMatch(line -> line.contains("Unhandled"));
  }

  /// Written by hand: clients of Java send no body with a GET, and no address like `/%zz`.
  private static int send(Application service, String method, String path, String body) {
    String request =
        String.join(
            "\r\n",
            method + " " + path + " HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length(),
            "",
            body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int post(Application service, String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(at(service).resolve(path))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Scene {
    void play(FakeTwilio twilio, Installation installation, Application service);
  }

  private void withService(Scene scene) throws IOException {
    try (FakeTwilio twilio = FakeTwilio.start(InstantSource.system())) {
      Installation installation = Installation.in(folder, twilio, "0s");
      try (Application service = Application.production(installation.settings())) {
        scene.play(twilio, installation, service);
      }
    }
  }

  private static void send(
      FakeTwilio twilio, Installation installation, Application service, String words) {
    installation.deliver(twilio.write(NUMBER, Installation.OURS, words, 0), service.port());
  }

  private static void get(Application service, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(at(service).resolve(path)).build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI at(Application service) {
    return Installation.at(service.port());
  }

  private boolean has(String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  private static JsonObject one(List<JsonObject> lines, String words) {
    return lines.stream()
        .filter(line -> line.getString("message").contains(words))
        .findFirst()
        .orElseThrow();
  }

  /// Neither a number in any of its forms nor words of a message, in French or of ours.
  private static void tellsNothing(String line) {
    assertThat(line)
        .doesNotContain(NUMBER, NUMBER.substring(3), "06 39 98", "odeur", "4711")
        .doesNotContain("urgence vitale", "18 ou le 112", "Duret")
        .doesNotContainPattern("\\+33\\d|(?<!\\d)0[67](\\s?\\d\\d){4}");
  }
}
