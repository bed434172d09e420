package fr.duret.permanence.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Report;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StoreExtension.class)
class TwilioWebhooksTest {

  private static final String DUPONT = "+33612345678";
  private static final String NUMBER = "+33757000000";
  private static final String ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
  private static final URI PUBLIC = URI.create("https://permanence.example");
  private static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");

  private final FakeTwilio twilio = FakeTwilio.start(InstantSource.fixed(NOW));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicBoolean storeGone = new AtomicBoolean();
  private final AtomicInteger recoveries = new AtomicInteger();
  private final Map<String, Report> reports = new ConcurrentHashMap<>();
  private final Vertx vertx = Vertx.vertx();
  private Journal journal;
  private URI here;

  @BeforeEach
  void listen(Store store) {
    Nodes nodes = new Nodes(store, "test", () -> 0L, Duration.ofSeconds(10), true);
    journal = new Journal(store, nodes);
    Settings.Twilio settings = TwilioTransportTest.settings(twilio.apiUrl(), FakeTwilio.TOKEN);
    TwilioWebhooks webhooks =
        new TwilioWebhooks(
            settings,
            PUBLIC,
            message -> {
              if (storeGone.get()) {
                throw new MongoTimeoutException("no server");
              }
              return journal.receive(message);
            },
            report -> remember(report),
            InstantSource.fixed(NOW),
            meters);
    webhooks.onRecovery(recoveries::incrementAndGet);
    Router router = Router.router(vertx);
    webhooks.mount(router);
    int port =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await().actualPort();
    here = URI.create("http://127.0.0.1:" + port);
  }

  @AfterEach
  void close() {
    vertx.close().await();
    twilio.close();
  }

  @Test
  void aMessageIsInTheJournalBeforeItIsAnswered() {
    FakeTwilio.Text text = twilio.write(DUPONT, NUMBER, "Bonsoir, un rdv svp", 2);
    HttpResponse<String> answer = sms(twilio.form(text));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(answer.body()).isEqualTo(ANSWER);
    assertThat(entries(DUPONT))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.id()).isEqualTo("twilio:" + text.sid());
          assertThat(entry.text()).isEqualTo("Bonsoir, un rdv svp");
          assertThat(entry.ours()).isEqualTo(NUMBER);
          assertThat(entry.at()).isEqualTo(NOW);
          assertThat(entry.media())
              .hasSize(2)
              .allSatisfy(uri -> assertThat(uri.toString()).contains(text.sid()));
        });
  }

  @Test
  void aStoreThatIsClosedIsAnsweredAsOneThatIsAway(Store store) {
    FakeTwilio.Text text = twilio.write(DUPONT, NUMBER, "rdv", 0);
    store.close();
    assertThat(sms(twilio.form(text)).statusCode()).isEqualTo(503);
  }

  @Test
  void aHundredIdenticalWebhooksAtOnceAreOneMessage() throws Exception {
    Map<String, String> form = twilio.form(twilio.write(DUPONT, NUMBER, "la 2", 0));
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers =
          IntStream.range(0, 100).mapToObj(i -> pool.submit(() -> sms(form))).toList();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo(ANSWER);
      }
    }
    assertThat(entries(DUPONT)).hasSize(1);
    assertThat(journal.figures().repeated()).isEqualTo(99);
  }

  @Test
  void aWrongSignatureIsRefusedAndCounted() {
    Map<String, String> form = twilio.form(twilio.write(DUPONT, NUMBER, "rdv", 0));
    String right = Signature.of(FakeTwilio.TOKEN, PUBLIC + "/twilio/sms", form);
    String otherUrl = Signature.of(FakeTwilio.TOKEN, here + "/twilio/sms", form);
    String otherToken = Signature.of("guess", PUBLIC + "/twilio/sms", form);
    Map<String, String> changed = new HashMap<>(form);
    changed.put("From", "+33699999999");

    assertThat(twilio.post("/twilio/sms", form, otherUrl, here).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/sms", form, otherToken, here).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/sms", form, "", here).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/sms", changed, right, here).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/sms?x=1", form, right, here).statusCode()).isEqualTo(403);
    assertThat(entries(DUPONT)).isEmpty();
    assertThat(meters.counter("permanence.twilio.forged").count()).isEqualTo(5);
    assertThat(twilio.post("/twilio/sms", form, right, here).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz=%", "{\"From\":\"+33612345678\"}", ""})
  void whatIsNoSignedFormIsForgedAndNotMerelyStrange(String body) {
    HttpResponse<String> answer = twilio.postBody("/twilio/sms", body, "whatever", here);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(meters.counter("permanence.twilio.forged").count()).isEqualTo(1);
    assertThat(meters.counter("permanence.twilio.strange").count()).isZero();
  }

  @Test
  void aMessageToAnotherAccountIsRefusedAndOneToAForgottenNumberTaken() {
    Map<String, String> form = twilio.form(twilio.write(DUPONT, NUMBER, "rdv", 0));
    Map<String, String> otherNumber = new HashMap<>(form);
    otherNumber.put("To", "+33757999999");
    Map<String, String> otherAccount = new HashMap<>(form);
    otherAccount.put("AccountSid", "AC99999999999999999999999999999999");

    assertThat(sms(otherAccount).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/status?m=m", otherAccount, PUBLIC, here).statusCode())
        .isEqualTo(403);
    assertThat(entries(DUPONT)).isEmpty();
    assertThat(sms(otherNumber).statusCode()).isEqualTo(200);
    assertThat(entries(DUPONT)).hasSize(1);
    assertThat(meters.counter("permanence.twilio.foreign").count()).isEqualTo(3);
  }

  @Test
  void textsOfAnyLengthAndScriptAreKeptAsTheyAre() {
    List<String> texts =
        List.of("", "é".repeat(1600), "😀 привет مرحبا", "<b>&amp;\"'</b>", "a\u0000b\r\n%2B+=&");
    texts.forEach(text ->
        assertThat(sms(twilio.form(twilio.write(DUPONT, NUMBER, text, 0))).statusCode())
            .isEqualTo(200));
    assertThat(entries(DUPONT)).extracting(Entry::text).containsExactlyElementsOf(texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"36180", "AMELI", "0612345678", "anonymous", "+", "<script>"})
  void anySenderIsWrittenDown(String from) {
    assertThat(sms(twilio.form(twilio.write(from, NUMBER, "x", 0))).statusCode()).isEqualTo(200);
    assertThat(entries(Address.sender(from))).hasSize(1);
  }

  @Test
  void unknownParametersAndWronglyTypedOnesThatAreNotNeededDoNotMatter() {
    Map<String, String> form = new HashMap<>(twilio.form(twilio.write(DUPONT, NUMBER, "x", 0)));
    form.put("Novelty", "2027");
    form.put("NumMedia", "many");
    form.put("MediaUrl0", "not a url");
    form.remove("To");
    form.remove("Body");
    assertThat(sms(form).statusCode()).isEqualTo(200);
    assertThat(entries(DUPONT)).singleElement().extracting(Entry::text).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From"})
  void withoutWhatIsNeededItIsRefusedClearly(String missing) {
    Map<String, String> form = new HashMap<>(twilio.form(twilio.write(DUPONT, NUMBER, "x", 0)));
    form.remove("SmsSid");
    form.remove(missing);
    HttpResponse<String> answer = sms(form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(missing);
    assertThat(meters.counter("permanence.twilio.strange").count()).isEqualTo(1);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    Map<String, String> form = new HashMap<>(twilio.form(twilio.write(DUPONT, NUMBER, "x", 0)));
    form.put("Body", "x".repeat(100_000));
    assertThat(sms(form).statusCode()).isEqualTo(413);
    assertThat(meters.counter(TwilioWebhooks.REFUSED_BODIES).count()).isEqualTo(1);
    assertThat(entries(DUPONT)).isEmpty();
  }

  @Test
  void whileTheStoreIsGoneTwilioIsToldAndTheEndIsNoticed() {
    Map<String, String> form = twilio.form(twilio.write(DUPONT, NUMBER, "x", 0));
    storeGone.set(true);
    assertThat(sms(form).statusCode()).isEqualTo(503);
    assertThat(recoveries).hasValue(0);
    storeGone.set(false);
    assertThat(sms(form).statusCode()).isEqualTo(200);
    assertThat(recoveries).hasValue(1);
    assertThat(entries(DUPONT)).hasSize(1);
  }

  @Test
  void aReportFindsItsMessageByOurId() {
    FakeTwilio.Text text = sent("m 1/é");
    assertThat(twilio.report(text, "delivered", null, PUBLIC, here).statusCode()).isEqualTo(204);
    assertThat(reports.get("m 1/é"))
        .isEqualTo(new Report("m 1/é", text.sid(), Report.Status.DELIVERED, "", NOW));

    twilio.report(text, "undelivered", "30003", PUBLIC, here);
    assertThat(reports.get("m 1/é"))
        .isEqualTo(new Report("m 1/é", text.sid(), Report.Status.UNDELIVERED, "30003", NOW));
  }

  @Test
  void aReportThatSaysNothingToUsIsAnsweredAndCounted() {
    FakeTwilio.Text text = sent("m");
    assertThat(twilio.report(text, "teleported", null, PUBLIC, here).statusCode()).isEqualTo(204);
    Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "sent");
    assertThat(twilio.post("/twilio/status", form, PUBLIC, here).statusCode()).isEqualTo(204);
    assertThat(twilio.post("/twilio/status?m=m", form, "forged", here).statusCode()).isEqualTo(403);
    assertThat(reports).isEmpty();
    assertThat(meters.counter("permanence.twilio.strange").count()).isEqualTo(2);
  }

  private boolean remember(Report report) {
    reports.put(report.messageId(), report);
    return true;
  }

  private FakeTwilio.Text sent(String id) {
    return new FakeTwilio.Text(
        "SM1",
        NUMBER,
        DUPONT,
        "text",
        "outbound-api",
        0,
        NOW,
        TwilioUrls.status(PUBLIC, id).toString());
  }

  private HttpResponse<String> sms(Map<String, String> form) {
    return twilio.post("/twilio/sms", form, PUBLIC, here);
  }

  private List<Entry> entries(String number) {
    return entries(new Address(Address.Kind.PHONE, number));
  }

  private List<Entry> entries(Address address) {
    return new ArrayList<>(
        journal.read(new Reading(Optional.of(address), Optional.empty(), Optional.empty(), 1000)));
  }
}
