package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.Report;
import fr.duret.permanence.outbox.State;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The dialogue of the README in Twilio's wire format: signed webhooks come in, POSTs go out,
/// signed reports come back.
@ExtendWith(StoreExtension.class)
class TwilioRoundTripTest {

  @TempDir private Path folder;
  private Service service;

  @BeforeEach
  void start(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-22T18:30", "0s");
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void aClientBooksMovesIsRemindedAndConfirms() {
    assertThat(
            service.answers(
                Service.DUPONT,
                "Bonsoir je voudrais un rdv pour l'entretien annuel svp, plutot mardi matin"))
        .containsExactly(
            """
            Bonsoir M. Dupont, ici l'assistant automatique de Duret Électricité. \
            Pour votre entretien, je vous propose :
            1) mardi 24 nov. 8h-10h
            2) mardi 24 nov. 10h-12h
            3) jeudi 26 nov. 8h-10h
            Répondez 1, 2 ou 3, ou dites ce qui vous arrange.\
            """);
    assertThat(service.answers(Service.DUPONT, "la 2"))
        .containsExactly(
            "C'est noté : mardi 24 novembre entre 10h et 12h, avec Gaetan en principe."
                + " Pour déplacer ou annuler, répondez ici.");
    assertThat(service.answers(Service.DUPONT, "finalement jeudi 26 c mieux"))
        .containsExactly(
            "C'est déplacé : jeudi 26 novembre entre 8h et 10h, avec Gaetan en principe."
                + " Le mardi 24 est libéré.");
    service.pass(Duration.ofDays(2));
    assertThat(service.inbox(Service.DUPONT).getLast())
        .isEqualTo(
            "Rappel : Gaetan passe jeudi 26 novembre entre 8h et 10h pour votre entretien."
                + " C'est toujours bon ?");
    assertThat(service.answers(Service.DUPONT, "ok")).containsExactly("Merci M. Dupont, à jeudi.");

    List<Text> sent = service.twilio().receivedBy(Service.DUPONT);
    sent.forEach(this::reportOutOfOrderAndTwice);
    assertThat(outboxOf(Service.DUPONT))
        .hasSameSizeAs(sent)
        .allSatisfy(owed -> {
          assertThat(owed.state()).isEqualTo(State.SENT);
          assertThat(owed.report()).contains(Report.Status.DELIVERED);
          assertThat(owed.attempts()).isEqualTo(1);
        });
    assertThat(service.inbox(Service.DUPONT)).hasSize(5);
    assertThat(visitsOf("C-001"))
        .filteredOn(visit -> visit.slot().day().isAfter(LocalDate.parse("2026-11-22")))
        .singleElement()
        .satisfies(visit -> {
          assertThat(visit.slot().day()).isEqualTo("2026-11-26");
          assertThat(visit.pinned()).isTrue();
        });
  }

  @Test
  void oneIdJoinsTheWebhookToTheMessageThatAnswersIt() {
    Text question = service.write(Service.DUPONT, "bonjour, je voudrais un rdv entretien");
    Entry entry =
        service.core().base().journal().find(List.of(Installation.entry(question))).getFirst();
    assertThat(outboxOf(Service.DUPONT))
        .singleElement()
        .extracting(owed -> owed.message().trace())
        .isEqualTo(entry.trace());
  }

  @Test
  void aMessageThatDoesNotArriveBecomesATicket() {
    service.write(Service.DUPONT, "bonjour, je voudrais un rdv entretien");
    int before = service.tickets().size();
    Text sent = service.twilio().receivedBy(Service.DUPONT).getFirst();
    assertThat(service.report(sent, "undelivered").statusCode()).isEqualTo(204);
    assertThat(service.report(sent, "sent").statusCode()).isEqualTo(204);
    assertThat(service.report(sent, "undelivered").statusCode()).isEqualTo(204);
    assertThat(outboxOf(Service.DUPONT))
        .singleElement()
        .extracting(Owed::state)
        .isEqualTo(State.FAILED);
    assertThat(service.tickets()).hasSize(before + 1);
  }

  @Test
  void aForgedWebhookIsRefusedCountedAndForgotten() {
    Text text = service.twilio().write(Service.DUPONT, Installation.OURS, "la 2", 0);
    Map<String, String> form = service.twilio().form(text);
    assertThat(service.twilio().post("/twilio/sms", form, "forged", service.url()).statusCode())
        .isEqualTo(403);
    service.settle();
    assertThat(service.journal()).isEmpty();
    assertThat(service.inbox(Service.DUPONT)).isEmpty();
    assertThat(service.get("/metrics").body()).contains("permanence_twilio_forged_total 1.0");
  }

  private void reportOutOfOrderAndTwice(Text text) {
    for (String status : List.of("sent", "delivered", "queued", "delivered", "sent")) {
      assertThat(service.report(text, status).statusCode()).isEqualTo(204);
    }
  }

  private List<Owed> outboxOf(String number) {
    return service.outbox().stream()
        .filter(owed -> owed.message().to().value().equals(number))
        .toList();
  }

  private List<Visit> visitsOf(String client) {
    return service.visits().stream()
        .filter(visit -> visit.person().equals(client))
        .filter(visit -> visit.state() == Visit.State.PLANNED)
        .toList();
  }
}
