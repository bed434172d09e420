package fr.duret.permanence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outreach.Reminders;
import fr.duret.permanence.settings.SettingsReader;
import fr.duret.permanence.technicians.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole product, seeded, over nights and months.
class NightlyTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Address DUPONT = Address.phone("06 12 34 56 78").orElseThrow();

  @TempDir private Path folder;
  private DemoRig rig;
  private Core core;

  @BeforeEach
  void start() throws IOException {
    rig =
        new Demo(
                SettingsReader.demo(0, "embedded:" + folder, Map.of(), Home.folder()),
                LocalDateTime.parse("2026-11-22T18:30"),
                true)
            .rig(() -> {});
    core = rig.core();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void anAbsenceIsATicketThatNamesTheVisitsConcernedOnce() {
    List<Visit> his =
        core.booking().visits(MONDAY, MONDAY, 100).stream()
            .filter(visit -> visit.technician().equals("nadia"))
            .toList();
    assertThat(his).isNotEmpty();

    core.technicians()
        .block(
            new Block(
                "ill",
                "nadia",
                Block.Kind.ABSENCE,
                MONDAY.atStartOfDay(),
                MONDAY.plusDays(1).atStartOfDay(),
                "maladie"));

    Ticket ticket = core.desk().about("promises/" + MONDAY).orElseThrow();
    assertThat(ticket.kind()).isEqualTo(TicketKind.PROMISE_AT_RISK);
    assertThat(his)
        .allSatisfy(visit ->
            assertThat(ticket.subject())
                .contains(
                    core.clients().client(visit.person()).map(core.people()::called).orElseThrow(),
                    visit.site().commune()));

    rig.advance(Duration.ofHours(10));
    assertThat(core.desk().find(ticket.id())).contains(ticket);
  }

  @Test
  void withoutAnAbsenceNothingIsInDanger() {
    rig.advance(Duration.ofHours(10));

    assertThat(core.desk().active("", 100)).isEmpty();
  }

  @Test
  void visitsThatNoDialogueBookedAreRemindedOnceEach() {
    LocalDate thursday = LocalDate.of(2026, 11, 26);
    List<Visit> there = core.booking().visits(thursday, thursday, 100);
    assertThat(there).isNotEmpty();

    rig.advance(Duration.ofDays(2));

    assertThat(there)
        .allSatisfy(
            visit -> assertThat(reminders(visit)).as(visit.id() + " of " + visit.person()).isOne());
  }

  /// Text messages and, for whoever has no mobile, calls.
  private long reminders(Visit visit) {
    String cause = Reminders.KIND + "/" + visit.id() + "/" + visit.slot().key();
    return Stream.of(
            core.base().outbox().find(cause).isPresent(),
            core.desk().about("visit/" + visit.id() + "/" + Reminders.KIND).isPresent())
        .filter(done -> done)
        .count();
  }

  @Test
  void whatWasBookedIsImprovedThoroughlyAtNight() {
    book();
    assertThat(days().countDocuments(eq("rough", true))).isPositive();

    rig.advance(Duration.ofHours(10));

    assertThat(days().countDocuments(eq("rough", true))).isZero();
  }

  @Test
  void afterMonthsWhatNothingNeedsIsForgottenAndTheRestIsThere() {
    book();
    String person = core.people().behind(DUPONT).getFirst();
    Visit visit = core.booking().upcoming(person).getFirst();
    int contacts = core.history().read(Reading.of(DUPONT)).size();
    assertThat(collection("booking-outcomes").countDocuments()).isPositive();

    rig.advance(Duration.ofDays(110));

    LocalDate oldest = LocalDate.of(2026, 11, 22).plusDays(110 - 91);
    assertThat(days().countDocuments(lt("date", oldest.toString()))).isZero();
    assertThat(collection("booking-outcomes").countDocuments()).isZero();
    assertThat(collection("timers").countDocuments(eq("state", "ARMED"))).isPositive();
    assertThat(collection("timers").countDocuments(eq("state", "FIRED"))).isZero();
    assertThat(core.booking().history(person, 5))
        .anySatisfy(past -> {
          assertThat(past.id()).isEqualTo(visit.id());
          assertThat(past.slot()).isEqualTo(visit.slot());
          assertThat(past.state()).isEqualTo(Visit.State.PLANNED);
        });
    assertThat(core.history().read(Reading.of(DUPONT))).hasSizeGreaterThanOrEqualTo(contacts);
  }

  private void book() {
    rig.send(DUPONT, "Bonsoir je voudrais un rdv pour l'entretien annuel svp, plutot mardi matin");
    rig.send(DUPONT, "la 2");
  }

  private MongoCollection<Document> days() {
    return collection("days");
  }

  private MongoCollection<Document> collection(String name) {
    return core.base().store().collection(name);
  }
}
