package fr.duret.permanence.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Address DUPONT = Address.phone("06 39 98 01 00").orElseThrow();
  private static final Address LANDLINE = Address.phone("04 50 99 00 01").orElseThrow();
  private static final String THURSDAY = "2026-11-26T08:00/10:00";

  private final Map<String, Visit> visits = new HashMap<>();
  private final Map<String, Timer> timers = new HashMap<>();
  private final Map<String, Outbound> owed = new HashMap<>();
  private final List<Demand> asked = new ArrayList<>();
  private final List<Map<String, Object>> expected = new ArrayList<>();
  private Instant now = at("2026-11-22T18:30");
  private Optional<String> where = Optional.empty();
  private Optional<Address> mobile = Optional.of(DUPONT);
  private Reminders reminders;

  @BeforeEach
  void open() throws IOException {
    Path company = Path.of("src/main/resources/demo/company.yaml");
    reminders =
        new Reminders(
            new Visits(),
            CompanyFile.read("company.yaml", Files.readString(company)),
            Templates.load(Path.of("message-templates")),
            () -> now,
            new Reminders.Joints(
                timer -> timers.put(timer.key(), timer),
                timers::remove,
                message -> owed.putIfAbsent(message.id(), message),
                (address, question, variables, when) -> expected.add(variables),
                asked::add));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T08:00/10:00,2026-11-24T10:00", // Thursday: Tuesday
    "2026-11-24T08:00/10:00,2026-11-20T10:00", // Tuesday: Sunday, hence Friday
    "2026-11-23T08:00/10:00,2026-11-20T10:00", // Monday: Saturday, hence Friday
    "2026-11-13T08:00/10:00,2026-11-10T10:00", // Friday: Armistice Day, hence the day before
    "2026-12-28T14:00/16:00,2026-12-24T10:00", // Monday after Christmas
    "2026-10-27T08:00/10:00,2026-10-23T10:00" // over the change to winter time
  })
  void theReminderIsDueTwoDaysBeforeOnAWorkingDay(String slot, String due) {
    now = at("2026-10-01T08:00");
    changed(visit(slot, Visit.State.PLANNED, "gaetan"));
    assertThat(timers).containsOnlyKeys("visit/V-1/reminder-d2");
    assertThat(timers.values()).extracting(Timer::due).containsExactly(at(due));
  }

  @Test
  void itSaysWhoComesAndWhenAndTellsTheConversationWhatWillBeAnswered() {
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    fireAll();
    fireAll();
    assertThat(owed.values())
        .singleElement()
        .satisfies(message -> {
          assertThat(message.text())
              .isEqualTo(
                  "Rappel : Gaetan passe jeudi 26 novembre entre 8h et 10h pour votre"
                      + " entretien. C'est toujours bon ?");
          assertThat(message.to()).isEqualTo(DUPONT);
          assertThat(message.subject()).contains("visit/V-1/" + THURSDAY);
          assertThat(message.replyTo()).isEmpty();
          assertThat(reminders.current(message)).isTrue();
        });
    assertThat(expected.getFirst())
        .containsEntry("visit", "V-1")
        .containsEntry("slot", THURSDAY)
        .containsKeys("technician", "service", "kind", "site");
    assertThat(visits.get("V-1")).matches(Visit::pinned);
  }

  @Test
  void aMovedVisitTakesItsReminderAlong() {
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    changed(visit("2026-12-03T08:00/10:00", Visit.State.PLANNED, "nadia"));
    assertThat(timers.values()).extracting(Timer::due).containsExactly(at("2026-12-01T10:00"));
  }

  @Test
  void aVisitThatNoDialogueBookedIsMadeSureOfAnyNumberOfTimes() {
    Visit imported = visit(THURSDAY, Visit.State.PLANNED, "gaetan");
    reminders.ensure(imported);
    reminders.ensure(imported);
    assertThat(timers.values()).extracting(Timer::due).containsExactly(at("2026-11-24T10:00"));
    now = at("2026-11-24T11:00");
    reminders.ensure(imported);
    assertThat(timers).as("overdue after an outage, it still leaves").hasSize(1);
  }

  @Test
  void aCancelledVisitHasNone() {
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    changed(visit(THURSDAY, Visit.State.CANCELLED, "gaetan"));
    assertThat(timers).isEmpty();
  }

  @Test
  void aVisitThatChangedWhileTheTimerWasFiringIsNotReminded() {
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    visits.put("V-1", visit("2026-12-03T08:00/10:00", Visit.State.PLANNED, "gaetan"));
    fireAll();
    assertThat(owed).isEmpty();
  }

  @Test
  void aReminderThatWaitsIsDroppedWhenItsVisitIsCancelled() {
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    fireAll();
    visits.put("V-1", visit(THURSDAY, Visit.State.CANCELLED, "gaetan"));
    assertThat(owed.values()).allMatch(message -> !reminders.current(message));
  }

  @Test
  void aVisitBookedTooLateOrBegunIsNotReminded() {
    now = at("2026-11-24T10:00");
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    assertThat(timers).isEmpty();
    now = at("2026-11-22T18:30");
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    now = at("2026-11-26T08:00");
    fireAll();
    assertThat(owed).isEmpty();
  }

  @Test
  void whoHasNoMobileIsCalledByAPersonInstead() {
    mobile = Optional.empty();
    changed(visit(THURSDAY, Visit.State.PLANNED, "gaetan"));
    fireAll();
    assertThat(owed).isEmpty();
    assertThat(visits.get("V-1")).matches(visit -> !visit.pinned());
    assertThat(asked)
        .singleElement()
        .satisfies(demand -> {
          assertThat(demand.subject())
              .isEqualTo(
                  "À rappeler par téléphone (pas de mobile) : M. Dupont, entretien jeudi 26"
                      + " novembre entre 8h et 10h");
          assertThat(demand.contact()).isEqualTo(LANDLINE);
          assertThat(demand.client()).contains("C-1");
        });
  }

  private void changed(Visit visit) {
    visits.put(visit.id(), visit);
    reminders.changed(visit);
  }

  private void fireAll() {
    List.copyOf(timers.values()).forEach(reminders::fire);
  }

  private static Visit visit(String slot, Visit.State state, String technician) {
    Site site = Site.ofCommune("74000", "Annecy", new Point(45.9, 6.12));
    return new Visit(
        "V-1", "C-1", "entretien", site, Slot.ofKey(slot), technician, state, false, 1);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private final class Visits implements RemindedVisits {

    @Override
    public Optional<String> where(Visit asked) {
      return where;
    }

    @Override
    public Optional<Visit> visit(String id) {
      return Optional.ofNullable(visits.get(id));
    }

    @Override
    public Visit pin(String cause, String id) {
      Visit old = visit(id).orElseThrow();
      Visit pinned =
          new Visit(
              old.id(),
              old.person(),
              old.service(),
              old.site(),
              old.slot(),
              old.technician(),
              old.state(),
              true,
              old.version() + 1);
      visits.put(id, pinned);
      return pinned;
    }

    @Override
    public Optional<Address> mobile(String person) {
      return mobile;
    }

    @Override
    public boolean own(String person, Address number) {
      return mobile.filter(number::equals).isPresent();
    }

    @Override
    public Contact contact(String person) {
      return new Contact("M. Dupont", LANDLINE);
    }
  }
}
