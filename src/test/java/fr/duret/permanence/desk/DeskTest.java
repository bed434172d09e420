package fr.duret.permanence.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StoreExtension.class)
class DeskTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Address DUPONT = Address.phone("06 39 98 01 00").orElseThrow();

  private final List<Outbound> owed = new ArrayList<>();
  private Company company;
  private Desk desk;

  @BeforeEach
  void open(Store store) throws IOException {
    Path file = Path.of("src/main/resources/demo/company.yaml");
    company = CompanyFile.read("company.yaml", Files.readString(file));
    desk = new Desk(store, company, Sla.usual());
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST,2026-11-22T18:30,2026-11-23T12:00", // Sunday evening: Monday before noon
    "REQUEST,2026-11-23T09:17,2026-11-23T16:00", // lunch does not count, the hour is rounded up
    "PERSON_WANTED,2026-11-27T17:30,2026-11-30T10:00", // Friday evening, over the week-end
    "PERSON_WANTED,2026-12-24T17:00,2026-12-28T09:00", // Christmas and its week-end
    "PERSON_WANTED,2026-11-23T09:30,2026-11-23T12:00", // rounded up to the closing at most
    "PERSON_WANTED,2026-10-23T17:00,2026-10-26T09:00", // the clock changed meanwhile
    "EMERGENCY,2026-11-22T03:00,2026-11-22T03:15"
  })
  void theDueTimeIsCountedInOpeningHours(TicketKind kind, LocalDateTime at, LocalDateTime due) {
    Ticket ticket = desk.open(demand("c1", kind, "m1", at));
    assertThat(ticket.due().atZone(PARIS).toLocalDateTime()).isEqualTo(due);
  }

  @Test
  void aRepeatedCommandOpensNothingTwice() {
    LocalDateTime at = LocalDateTime.parse("2026-11-23T09:00");
    Ticket first = desk.open(demand("c1", TicketKind.REQUEST, "m1", at));
    assertThat(desk.open(demand("c1", TicketKind.REQUEST, "m1", at))).isEqualTo(first);
    desk.done(first.id(), "Claire");
    assertThat(desk.open(demand("c1", TicketKind.REQUEST, "m1", at)).state())
        .isEqualTo(TicketState.DONE);
    assertThat(desk.all("", 10)).hasSize(1);
  }

  @Test
  void aCauseStandsForOneTicketWhateverTheMatter() {
    Ticket first = desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00")));
    assertThat(desk.open(demand("c1", TicketKind.REQUEST, "m2", monday("09:00")))).isEqualTo(first);
  }

  @Test
  void whoComesBackJoinsHisTicketAndRaisesIt() {
    Ticket first = desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00")));
    assertThat(first.priority()).isEqualTo(Priority.NORMAL);
    Ticket again = desk.open(demand("c2", TicketKind.REQUEST, "m1", monday("10:00")));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.priority()).isEqualTo(Priority.HIGH);
    assertThat(again.due()).isEqualTo(first.due());
    assertThat(again.contacts()).isEqualTo(1);
    assertThat(desk.open(demand("c2", TicketKind.REQUEST, "m1", monday("10:00")))).isEqualTo(again);
  }

  @Test
  void aBrokenPromiseIsUrgentAndVisible() {
    Ticket first = desk.open(demand("c1", TicketKind.PERSON_WANTED, "m1", monday("09:00")));
    Ticket late = desk.open(demand("c2", TicketKind.PERSON_WANTED, "m1", monday("15:00")));
    assertThat(late.priority()).isEqualTo(Priority.URGENT);
    assertThat(late.promiseBroken()).isTrue();
    assertThat(late.due()).isAfter(first.due()).isAfter(instant(monday("15:00")));
  }

  @Test
  void anEmergencyTurnsAnOrdinaryTicketIntoOne() {
    desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00")));
    Ticket graver = desk.open(demand("c2", TicketKind.EMERGENCY, "m1", monday("09:05")));
    assertThat(graver.kind()).isEqualTo(TicketKind.EMERGENCY);
    assertThat(graver.priority()).isEqualTo(Priority.URGENT);
    assertThat(graver.due()).isEqualTo(instant(monday("09:20")));
  }

  @Test
  void aMatterThatWasSettledOpensANewTicket() {
    Ticket first = desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00")));
    desk.done(first.id(), "Claire");
    Ticket second = desk.open(demand("c2", TicketKind.REQUEST, "m1", monday("11:00")));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(desk.about("m1")).contains(second);
  }

  @Test
  void aTicketThatSomebodyHasStaysWithHim() {
    String id = desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00"))).id();
    assertThat(desk.take(id, "Claire").owner()).contains("Claire");
    assertThat(desk.take(id, "Clothilde").owner()).contains("Claire");
    assertThat(desk.release(id).state()).isEqualTo(TicketState.OPEN);
    assertThat(desk.take(id, "Clothilde").owner()).contains("Clothilde");
    assertThatThrownBy(() -> desk.take("T-?", "Claire")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void pagesListTheMostPressingFirst() {
    desk.open(demand("c1", TicketKind.REQUEST, "m1", monday("09:00")));
    desk.open(demand("c2", TicketKind.EMERGENCY, "m2", monday("11:00")));
    desk.open(demand("c3", TicketKind.REQUEST, "m3", monday("08:00")));
    desk.open(demand("c4", TicketKind.PERSON_WANTED, "m4", monday("11:00")));
    List<String> matters = new ArrayList<>();
    String after = "";
    List<Ticket> page = desk.active(after, 2);
    while (!page.isEmpty()) {
      page.forEach(ticket -> matters.add(ticket.matter()));
      after = page.getLast().order();
      page = desk.active(after, 2);
    }
    assertThat(matters).containsExactly("m2", "m4", "m3", "m1");
    assertThat(desk.counts(instant(monday("11:30")))).isEqualTo(new Counts(4, 0, 1, 1));
  }

  @Test
  void demandsAboutOneMatterFromManyThreadsMakeOneTicket() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 16)
            .mapToObj(i ->
                Thread.startVirtualThread(() ->
                    ids.add(
                        desk.open(demand("c" + i, TicketKind.REQUEST, "m1", monday("09:00")))
                            .id())))
            .toList();
    threads.forEach(DeskTest::join);
    assertThat(ids).hasSize(1);
    assertThat(desk.about("m1")).map(Ticket::contacts).contains(15);
  }

  @Test
  void aMessageThatDidNotArriveBecomesATicket() {
    UndeliveredTickets undelivered = undelivered();
    undelivered.undeliverable(outbound("o1"), "30003", "unreachable");
    undelivered.undeliverable(outbound("o1"), "30003", "unreachable");
    undelivered.undeliverable(outbound("o2"), "cap-day", "too many");
    assertThat(desk.active("", 10))
        .extracting(Ticket::subject)
        .containsExactly(
            "SMS non remis (30003 unreachable), appeler pour dire : C'est noté",
            "Trop de réponses automatiques à ce numéro, elles sont arrêtées : lire l'échange et"
                + " répondre soi-même");
  }

  @Test
  void whoGotTooManyAnswersIsToldOnceThatAPersonAnswers() {
    UndeliveredTickets undelivered = undelivered();
    undelivered.undeliverable(outbound("o1"), "30003", "unreachable");
    assertThat(owed).isEmpty();
    undelivered.undeliverable(outbound("o2"), "refused", "cap-hour");
    undelivered.undeliverable(outbound("o3"), "refused", "cap-equal");
    assertThat(owed).extracting(Outbound::id).hasSize(2).containsOnly(owed.getFirst().id());
    assertThat(owed.getFirst().text()).contains("Claire", "vous répond mardi 24 avant 9h");
    assertThat(owed.getFirst().template()).isEqualTo(LastAnswer.TEMPLATE);

    desk.done(desk.about("loop/" + DUPONT.key()).orElseThrow().id(), "Claire");
    undelivered.undeliverable(outbound("o4"), "refused", "cap-hour");
    assertThat(owed.getLast().id()).isNotEqualTo(owed.getFirst().id());
  }

  private UndeliveredTickets undelivered() {
    Templates templates = Templates.load(Path.of("message-templates"));
    InstantSource clock = () -> instant(monday("09:00"));
    return new UndeliveredTickets(
        desk, templates, clock, new LastAnswer(templates, company, "Claire", clock, owed::add));
  }

  private static Outbound outbound(String id) {
    return new Outbound(
        id,
        "trace",
        Channel.SMS,
        DUPONT,
        "rdv/confirme",
        Purpose.SERVICE,
        Level.NUMBER,
        true,
        Optional.empty(),
        "C'est noté",
        Optional.empty(),
        instant(monday("09:00")));
  }

  private static Demand demand(String cause, TicketKind kind, String matter, LocalDateTime at) {
    return new Demand(cause, kind, "sujet", matter, DUPONT, Optional.of("C-1"), instant(at));
  }

  private static LocalDateTime monday(String time) {
    return LocalDateTime.parse("2026-11-23T" + time);
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(PARIS).toInstant();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
