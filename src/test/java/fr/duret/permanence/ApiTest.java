package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.settings.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/api/v1` of the running demonstration, as another system reads it; every answer is held against
/// `openapi.json`.
class ApiTest {

  private static final String TO_THE_END = "visits?from=2026-10-01&to=2026-12-31";
  private static final Address DUPONT = Address.phone("06 12 34 56 78").orElseThrow();

  @TempDir private static Path folder;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();
  private static Application application;
  private static ResponseValidator validator;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    application =
        Application.demo(
            SettingsReader.demo(0, "embedded:" + folder, Map.of(), Home.folder()),
            LocalDateTime.parse("2026-11-22T18:30"),
            true);
    // Vert.x wants a whole address where OpenAPI allows a path.
    JsonObject described =
        new JsonObject(get("openapi.json", "demo").body())
            .put("servers", JsonArray.of(JsonObject.of("url", "http://localhost/api/v1")));
    OpenAPIContract contract = OpenAPIContract.from(VERTX, described).await();
    validator = ResponseValidator.create(VERTX, contract);
    receive("m1", "Bonjour, je voudrais parler à Claire svp");
    receive("m2", "merci");
  }

  private static void receive(String id, String text) {
    Core core = application.core();
    core.base()
        .journal()
        .receive(
            new Inbound(
                "script:" + id,
                Channel.SMS,
                DUPONT,
                "+33939010203",
                text,
                List.of(),
                Instant.parse("2026-11-22T17:30:00Z")));
    while (!core.works().values().stream().allMatch(work -> work.idle())) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void stop() {
    application.close();
    VERTX.close().await();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clients", TO_THE_END, "tickets?state=all", "journal?from=2026-11-01", "outbox"})
  void everyListIsWhatItsDescriptionSaysAndPagesLeaveNothingOut(String list) throws Exception {
    JsonArray all = items(list, 500);
    assertThat(all).isNotEmpty();

    assertThat(paged(list, Math.max(1, all.size() / 3))).isEqualTo(all.getList());
  }

  @Test
  void visitsAreInOrderAndEachIsThereOnce() throws Exception {
    List<String> slots = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Object item : paged(TO_THE_END, 7)) {
      JsonObject visit = JsonObject.mapFrom(item);
      slots.add(visit.getString("from"));
      ids.add(visit.getString("id"));
    }
    assertThat(slots).isSorted();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "dupont, Dupont",
    "DUPÓNT annecy, Dupont",
    "+33612345678, Dupont",
    "06 12 34 56 78, Dupont",
    "C-001, Dupont"
  })
  void aClientIsFoundByNameCommuneNumberOrId(String sought, String name) throws Exception {
    JsonArray found = items("clients?q=" + encoded(sought), 500);

    assertThat(found)
        .isNotEmpty()
        .allMatch(client -> ((JsonObject) client).getString("lastName").equals(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzz", "!!!", "06 39 98 99 97", "nobody@example.org"})
  void whoIsNotThereIsNotFound(String sought) throws Exception {
    assertThat(items("clients?q=" + encoded(sought), 500)).isEmpty();
  }

  @Test
  void theJournalOfAContactHoldsWhatHeWroteAndWhatHeWasAnswered() throws Exception {
    JsonArray escaped = items("journal?contact=%2B33612345678", 500);

    assertThat(escaped).hasSizeGreaterThanOrEqualTo(3);
    assertThat(items("journal?contact=+33612345678", 500)).isEqualTo(escaped);
    assertThat(items("journal?contact=%2B33612345678&from=2027-01-01", 500)).isEmpty();
    assertThat(items("journal?contact=x@example.org", 500)).isEmpty();
  }

  @Test
  void theOutboxIsReadByState() throws Exception {
    assertThat(items("outbox?state=sent", 500)).isNotEmpty();
    assertThat(items("outbox?state=failed", 500)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clients?limit=0",
        "clients?limit=501",
        "clients?limit=ten",
        "clients?name=Dupont",
        "visits?from=24/11/2026",
        "visits?from=2026-11-24&to=2026-11-23",
        "visits?after=nonsense",
        "clients?after=zzz",
        "tickets?after=0-17640-T",
        "journal?after=zzz",
        "outbox?after=01764000000000-67",
        "tickets?state=some",
        "journal?from=yesterday",
        "journal?since=2026-11-22",
        "outbox?state=lost",
        "visits?from=%2B999999999-01-01&to=%2B999999999-12-31",
        "visits?from=-0001-01-01",
        "journal?from=%2B999999999-01-01T00:00:00Z",
        "journal?contact=",
        "journal?contact=+33612345678&contact=+33612345679",
        "outbox?state=",
        "clients?q="
      })
  void aWrongParameterIsRefusedAndSaidWhich(String call) throws Exception {
    HttpResponse<String> answer = get(call, "demo");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getString("error")).contains("'");
    validate(call, answer);
  }

  @Test
  void anUnknownParameterIsAnsweredWithThoseThatThereAre() throws Exception {
    assertThat(get("journal?frm=1", "demo").body()).contains("[after, contact, from, limit]");
  }

  @Test
  void theDescriptionIsThereForWhoHasNoTokenYet() throws Exception {
    HttpResponse<String> answer = get("openapi.json", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("openapi")).isNotBlank();
  }

  @Test
  void whatIsNotThereIsSaidInJson() throws Exception {
    for (String path : List.of("/api/v1/nothing", "/nothing", "/health/nothing")) {
      HttpResponse<String> answer = getPath(path, "demo");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(new JsonObject(answer.body()).getString("error")).isNotBlank();
    }
  }

  @Test
  void whatIsOnlyReadSaysSo() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + application.port() + "/api/v1/clients"))
            .header("Authorization", "Bearer demo")
            .DELETE()
            .build();

    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
  }

  /// Java's own client would not send such an address.
  @Test
  void aMalformedEscapeIsRefused() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
      String request = "GET /api/v1/clients?q=%zz HTTP/1.0\r\nAuthorization: Bearer demo\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.0 400 ").contains("cannot be read");
    }
  }

  @Test
  void theBareAddressLeadsToTheTelephones() throws Exception {
    HttpResponse<String> answer = getPath("/", "");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/simulateur");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "visits", "tickets", "journal", "outbox", "nothing"})
  void withoutATokenNothingIsTold(String call) throws Exception {
    for (String token : List.of("", "wrong")) {
      HttpResponse<String> answer = get(call, token);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(new JsonObject(answer.body()).getString("error")).isNotBlank();
    }
  }

  private static List<Object> paged(String list, int limit) throws Exception {
    List<Object> all = new ArrayList<>();
    String after = "";
    do {
      JsonObject page = page(list, limit, after);
      page.getJsonArray("items").forEach(item -> all.add(((JsonObject) item).getMap()));
      after = Objects.requireNonNullElse(page.getString("after"), "");
    } while (!after.isEmpty());
    return all;
  }

  private static JsonArray items(String list, int limit) throws Exception {
    return page(list, limit, "").getJsonArray("items");
  }

  private static JsonObject page(String list, int limit, String after) throws Exception {
    String call =
        list
            + (list.contains("?") ? "&" : "?")
            + "limit="
            + limit
            + (after.isEmpty() ? "" : "&after=" + encoded(after));
    HttpResponse<String> answer = get(call, "demo");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    validate(call, answer);
    return new JsonObject(answer.body());
  }

  private static void validate(String call, HttpResponse<String> answer) {
    String operation = call.split("\\?", 2)[0];
    validator
        .validate(
            ValidatableResponse.create(
                answer.statusCode(), Buffer.buffer(answer.body()), "application/json"),
            operation)
        .await();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String call, String token)
      throws IOException, InterruptedException {
    return getPath("/api/v1/" + call, token);
  }

  private static HttpResponse<String> getPath(String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + application.port() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
