package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in by the webhooks gets a clear refusal or a polite question, is in the journal,
/// and hurts nobody else.
@ExtendWith(StoreExtension.class)
class BadInputTest {

  private static final String STRANGER = "+33639987004";

  @TempDir private Path folder;
  private Service service;

  @BeforeEach
  void start(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-23T10:00", "0s");
  }

  @AfterEach
  void close() {
    // Whatever came before, the next client is served.
    assertThat(service.answers("+33639980121", "c'est quand mon prochain rdv ?").getLast())
        .contains("rendez-vous");
    service.close();
  }

  @Test
  void aHundredIdenticalWebhooksAtOnceGetOneAnswer()
      throws InterruptedException, ExecutionException {
    Text text = service.twilio().write(Service.DUPONT, Installation.OURS, "rdv entretien", 0);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers =
          IntStream.range(0, 100).mapToObj(i -> pool.submit(() -> service.deliver(text))).toList();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
      }
    }
    service.settle();
    assertThat(service.journal()).hasSize(1);
    assertThat(service.inbox(Service.DUPONT)).hasSize(1);
  }

  @Test
  void aWebhookForAMessageOfLastYearChangesNothing() {
    Text old = service.write(Service.DUPONT, "rdv entretien");
    service.off(Duration.ofDays(365));
    int posts = service.twilio().posts();
    assertThat(service.deliver(old).statusCode()).isEqualTo(200);
    service.off(Duration.ofHours(1));
    assertThat(service.deliver(old).statusCode()).isEqualTo(200);
    service.settle();
    assertThat(service.twilio().posts()).isEqualTo(posts);
    assertThat(service.journal()).hasSize(1);
  }

  @Test
  void anEmptyMessageIsAskedAbout() {
    assertThat(service.answers(STRANGER, ""))
        .singleElement()
        .asString()
        .contains("assistant automatique", "?");
    assertThat(outcome(STRANGER)).isEqualTo(Entry.State.HANDLED);
  }

  @Test
  void theLongestMessageIsReadAndAnswered() {
    String longest = "Bonjour, je voudrais un rdv pour l'entretien. " + "é".repeat(1600);
    assertThat(service.answers(Service.DUPONT, longest.substring(0, 1600)))
        .singleElement()
        .asString()
        .contains("Pour votre entretien");
    assertThat(service.answers(STRANGER, "é".repeat(1600))).hasSize(1);
    assertThat(service.answers("+33639987005", "😀".repeat(800))).hasSize(1);
    assertThat(service.answers("+33639987006", "<script>alert('rdv')</script>\u0000")).hasSize(1);
    assertThat(service.journal()).allMatch(entry -> entry.state() == Entry.State.HANDLED);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    Map<String, String> form = form(STRANGER, "x".repeat(100_000));
    assertThat(post(form).statusCode()).isEqualTo(413);
    service.settle();
    assertThat(service.journal()).isEmpty();
  }

  @Test
  void whatIsNeededMustBeThereAndTheRestNeedNotMakeSense() {
    for (String missing : List.of("MessageSid", "From")) {
      Map<String, String> form = form(STRANGER, "rdv");
      form.remove("SmsSid");
      form.remove(missing);
      HttpResponse<String> answer = post(form);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains(missing);
    }
    assertThat(service.journal()).isEmpty();

    Map<String, String> form = form(Service.DUPONT, "rdv entretien");
    form.put("NumMedia", "many");
    form.put("MediaUrl0", "not a url");
    form.put("Novelty", "\u2028{}");
    form.remove("To");
    assertThat(post(form).statusCode()).isEqualTo(200);
    service.settle();
    assertThat(service.inbox(Service.DUPONT)).hasSize(1);
  }

  @Test
  void sendersThatCannotBeAnsweredAreWrittenDownAndGetNothing() {
    List<String> senders = List.of("36180", "AMELI", "anonymous", "+", "");
    for (String sender : senders.subList(0, 4)) {
      service.write(sender, "Votre colis est en attente, un rdv ?");
      assertThat(outcome(sender)).isEqualTo(Entry.State.HANDLED);
    }
    Map<String, String> nobody = form("", "rdv");
    assertThat(post(nobody).statusCode()).isIn(200, 400);
    service.settle();
    assertThat(service.twilio().posts()).isZero();
  }

  @Test
  void aForeignNumberCostsNothing() {
    service.write("+882161234567", "Hello, I want an appointment");
    assertThat(service.twilio().posts()).isZero();
    assertThat(outcome("+882161234567")).isEqualTo(Entry.State.HANDLED);
  }

  @Test
  void twoAutomaticAnswerersDoNotTalkForEver() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.addAll(service.answers(STRANGER, "Je suis absent, message automatique " + i));
      service.pass(Duration.ofSeconds(30));
    }
    assertThat(answers).hasSizeLessThanOrEqualTo(21);
    assertThat(answers.getLast()).contains("Je ne peux plus vous répondre", "Claire");
    assertThat(service.journal()).hasSize(60);
    assertThat(service.tickets()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, I would like to book an appointment for the yearly maintenance next Tuesday",
        "Guten Tag, ich möchte bitte einen Termin für die Wartung meiner Anlage vereinbaren",
        "Buongiorno, vorrei prenotare un appuntamento per la manutenzione dell'impianto"
      })
  void whoWritesInAnotherLanguageIsToldSoAndReadByAPerson(String text) {
    assertThat(service.answers(STRANGER, text))
        .singleElement()
        .asString()
        .contains("only understands French", "Claire", "112");
    assertThat(service.tickets())
        .singleElement()
        .satisfies(ticket -> assertThat(ticket.subject()).contains(text.substring(0, 30)));
    assertThat(outcome(STRANGER)).isEqualTo(Entry.State.HANDLED);
  }

  @Test
  void aReportThatMakesNoSenseChangesNothing() {
    service.answers(Service.DUPONT, "rdv entretien");
    List<Owed> before = service.outbox();
    Text ours = service.twilio().receivedBy(Service.DUPONT).getLast();
    String callback = URI.create(String.valueOf(ours.callback())).getRawQuery();
    Map<String, String> failed =
        Map.of("MessageSid", ours.sid(), "MessageStatus", "failed", "ErrorCode", "30003");

    assertThat(status("", failed)).as("of no message").isEqualTo(204);
    assertThat(status("?m=", failed)).as("of no message").isEqualTo(204);
    assertThat(status("?m=nobody/0/tel:+33600000000", failed)).as("unknown").isEqualTo(204);
    assertThat(status("?m=%00%FF%27%7B%7D", failed)).as("hostile").isIn(204, 400);
    assertThat(status("?" + callback, Map.of("MessageStatus", "failed")))
        .as("without the provider's id")
        .isEqualTo(400);
    assertThat(status("?" + callback, Map.of("MessageSid", ours.sid()))).isEqualTo(204);
    assertThat(status("?" + callback, Map.of("MessageSid", ours.sid(), "MessageStatus", "eaten")))
        .as("a status that there is not")
        .isEqualTo(204);
    service.settle();
    assertThat(service.outbox()).isEqualTo(before);
    assertThat(service.tickets()).isEmpty();
  }

  @Test
  void reportsThatComeLateRepeatedOrInWrongOrderAreTakenOnce() {
    service.answers(Service.DUPONT, "rdv entretien");
    service.answers(STRANGER, "rdv entretien");
    Text delivered = service.twilio().receivedBy(Service.DUPONT).getLast();
    Text lost = service.twilio().receivedBy(STRANGER).getLast();
    for (String status : List.of("delivered", "queued", "sent", "delivered", "undelivered")) {
      assertThat(service.report(delivered, status).statusCode()).isEqualTo(204);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(service.report(lost, "undelivered").statusCode()).isEqualTo(204);
    }
    service.settle();
    assertThat(service.outbox())
        .extracting(owed -> owed.message().to().value() + " " + owed.state())
        .containsExactlyInAnyOrder(Service.DUPONT + " SENT", STRANGER + " FAILED");
    assertThat(service.tickets()).as("of the lost one, once").hasSize(1);

    service.off(Duration.ofDays(365));
    int posts = service.twilio().posts();
    int ticketsBefore = service.tickets().size();
    assertThat(service.report(delivered, "delivered").statusCode()).isEqualTo(204);
    assertThat(service.report(lost, "failed").statusCode()).isEqualTo(204);
    service.settle();
    assertThat(service.twilio().posts()).as("a year later").isEqualTo(posts);
    assertThat(service.tickets()).hasSize(ticketsBefore);
  }

  private int status(String query, Map<String, String> form) {
    return service
        .twilio()
        .post("/twilio/status" + query, form, Installation.PUBLIC, service.url())
        .statusCode();
  }

  private Map<String, String> form(String from, String body) {
    Text text = service.twilio().write(from, Installation.OURS, body, 0);
    return new HashMap<>(service.twilio().form(text));
  }

  private HttpResponse<String> post(Map<String, String> form) {
    return service.twilio().post("/twilio/sms", form, Installation.PUBLIC, service.url());
  }

  private Entry.State outcome(String sender) {
    return service.history(Address.sender(sender)).stream()
        .filter(entry -> entry.kind() == Entry.Kind.RECEIVED)
        .findFirst()
        .orElseThrow()
        .state();
  }
}
