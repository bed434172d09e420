package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.sms.FakeTwilio.Fault;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The provider is away for a day, or we are: what is owed leaves once when it can, what has lost
/// its sense does not, and what was written to us meanwhile is answered once.
@ExtendWith(StoreExtension.class)
class OutageTest {

  private static final String MARTIN = "+33639980123";
  private static final String STRANGER = "+33639987003";

  @TempDir private Path folder;
  private Service service;

  @BeforeEach
  void start(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-22T18:30", "0s");
    Eventually.until(this::firstLookDone);
  }

  @AfterEach
  void close() {
    service.close();
  }

  static Stream<Fault> waysToBeAway() {
    return Stream.of(new Fault.Cut(), new Fault.Refused(503, 0));
  }

  @ParameterizedTest
  @MethodSource("waysToBeAway")
  void whatIsOwedLeavesOnceWhenTheProviderIsBackUnlessItHasLostItsSense(Fault away) {
    book(Service.DUPONT, "jeudi 26");
    book(MARTIN, "vendredi 27");
    int before = service.twilio().posts();
    service.until("2026-11-24T09:00");
    service.twilio().down(away);
    service.write(STRANGER, "Bonjour, mon disjoncteur saute");
    service.until("2026-11-25T10:15");
    service.core().booking().cancel("office", visitOf("C-005").id());
    service.until("2026-11-25T10:30");
    assertThat(service.inbox(STRANGER)).isEmpty();

    service.twilio().up();
    service.pass(Duration.ofMinutes(15));
    assertThat(service.inbox(STRANGER)).singleElement().matches(OutageTest::introduces);
    service.pass(Duration.ofHours(1));
    assertThat(service.inbox(STRANGER)).last().asString().startsWith("Sans réponse");

    assertThat(service.inbox(Service.DUPONT)).filteredOn(OutageTest::reminds).hasSize(1);
    assertThat(service.inbox(MARTIN)).noneMatch(OutageTest::reminds);
    assertThat(service.inbox(STRANGER)).filteredOn(OutageTest::introduces).hasSize(1);
    assertThat(service.outbox())
        .extracting(Owed::state)
        .containsOnly(State.SENT, State.DROPPED)
        .containsOnlyOnce(State.DROPPED);
    assertThat(service.twilio().posts()).isGreaterThan(before + 2);
    everythingSentReachedItsReceiverOnce();
    assertThat(tickets(TicketKind.UNDELIVERED)).isEmpty();
  }

  @Test
  void whatCouldNotLeaveForThreeDaysBecomesATicketAndAReminderIsNotSentAfterTheVisit() {
    book(Service.DUPONT, "jeudi 26");
    service.until("2026-11-24T09:00");
    service.twilio().down(new Fault.Refused(503, 0));
    service.write(STRANGER, "Bonjour, mon disjoncteur saute");
    service.until("2026-11-27T12:00");
    service.twilio().up();
    service.until("2026-11-28T12:00");

    assertThat(service.inbox(STRANGER)).noneMatch(OutageTest::introduces);
    assertThat(tickets(TicketKind.UNDELIVERED))
        .extracting(ticket -> ticket.contact().value())
        .containsOnly(STRANGER);
    assertThat(service.inbox(Service.DUPONT)).noneMatch(OutageTest::reminds);
    assertThat(service.outbox())
        .filteredOn(owed -> reminds(owed.message().text()))
        .filteredOn(owed -> owed.message().to().value().equals(Service.DUPONT))
        .singleElement()
        .extracting(Owed::state)
        .isEqualTo(State.DROPPED);
  }

  @Test
  void whatTwilioReceivedWhileWeWereDownIsAnsweredOnce() {
    service.stop();
    List<Text> missed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String number = "+336399%05d".formatted(81000 + i);
      missed.add(service.twilio().write(number, Installation.OURS, "Bonjour, un rdv svp", 0));
    }
    service.restart();
    Eventually.until(() -> service.journal().size() == 20);
    service.settle();
    // Twilio also tries the webhooks of some of them again.
    missed
        .subList(0, 7)
        .forEach(text -> assertThat(service.deliver(text).statusCode()).isEqualTo(200));
    service.off(Duration.ofMinutes(10));
    service.settle();

    assertThat(service.journal())
        .extracting(Entry::id)
        .containsExactlyInAnyOrderElementsOf(missed.stream().map(Installation::entry).toList());
    assertThat(service.journal()).allMatch(entry -> entry.state() == Entry.State.HANDLED);
    assertThat(missed)
        .allSatisfy(text ->
            assertThat(service.inbox(text.from()))
                .singleElement()
                .asString()
                .contains("assistant automatique"));
  }

  @Test
  void whatTwilioCouldNotDeliverIsFetchedAsSoonAsItAnswersAgain() {
    service.twilio().down(new Fault.Cut());
    service.write(Service.DUPONT, "Bonjour, je voudrais un rdv pour l'entretien");
    Text lost = service.twilio().write(STRANGER, Installation.OURS, "Bonjour, un rdv svp", 0);
    service.pass(Duration.ofHours(1));
    assertThat(service.inbox(STRANGER)).isEmpty();

    service.twilio().up();
    service.pass(Duration.ofMinutes(20));
    Eventually.until(
        () -> !service.core().base().journal().find(List.of(Installation.entry(lost))).isEmpty());
    service.settle();
    assertThat(service.inbox(STRANGER)).hasSize(1);
  }

  private void book(String number, String day) {
    String wish = "Bonjour, je voudrais un rdv pour l'entretien " + day;
    assertThat(service.answers(number, wish).getLast()).contains("1) " + day + " nov.");
    assertThat(service.answers(number, "1").getLast()).startsWith("C'est noté : " + day);
  }

  private Visit visitOf(String client) {
    return service.core().booking().upcoming(client).getFirst();
  }

  private static boolean reminds(String text) {
    return text.startsWith("Rappel");
  }

  private static boolean introduces(String text) {
    return text.contains("assistant automatique");
  }

  private List<Ticket> tickets(TicketKind kind) {
    return service.tickets().stream().filter(ticket -> ticket.kind() == kind).toList();
  }

  private void everythingSentReachedItsReceiverOnce() {
    List<String> owed =
        service.outbox().stream()
            .filter(one -> one.state() == State.SENT)
            .map(one -> one.message().to().value() + " " + one.message().text())
            .toList();
    List<String> received =
        service.outbox().stream()
            .map(one -> one.message().to().value())
            .distinct()
            .flatMap(number -> service.inbox(number).stream().map(text -> number + " " + text))
            .toList();
    assertThat(received).containsExactlyInAnyOrderElementsOf(owed);
  }

  private boolean firstLookDone() {
    return service.core().base().store().collection("twilio").countDocuments() > 0;
  }
}
