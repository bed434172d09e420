package fr.duret.permanence.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");
  private static final Address MOBILE = Address.phone("06 39 98 00 78").orElseThrow();
  private static final Address SHARED = Address.phone("06 39 98 00 77").orElseThrow();
  private static final String TUESDAY = "2026-11-24T10:00/12:00";
  private static final String THURSDAY = "2026-11-26T08:00/10:00";

  private final List<Timer> timers = new ArrayList<>();
  private final List<Outbound> owed = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private Optional<String> where = Optional.empty();
  private Optional<Address> mobile = Optional.of(MOBILE);
  private Visit visit = visit(THURSDAY, Visit.State.PLANNED);
  private Notices notices;

  @BeforeEach
  void open() throws IOException {
    Path company = Path.of("src/main/resources/demo/company.yaml");
    notices =
        new Notices(
            new Visits(),
            CompanyFile.read("company.yaml", Files.readString(company)),
            Templates.load(Path.of("message-templates")),
            () -> NOW,
            new Notices.Joints(
                timers::add,
                owed::add,
                (address, question, variables, when) -> questions.add(address.key() + question)));
  }

  @Test
  void aMoveAskedFromASharedNumberIsToldToTheMobileOnFile() {
    notices.moved("c#1", visit, Slot.ofKey(TUESDAY), SHARED);
    timers.forEach(notices::fire);
    assertThat(owed)
        .singleElement()
        .satisfies(message -> {
          assertThat(message.to()).isEqualTo(MOBILE);
          assertThat(message.text())
              .isEqualTo(
                  "Votre rendez-vous du mardi 24 a été déplacé à votre demande : jeudi 26 novembre"
                      + " entre 8h et 10h. Si ce n'est pas vous, répondez NON.");
          assertThat(message.subject()).contains("visit/V-1/" + THURSDAY);
        });
    assertThat(questions).containsExactly(MOBILE.key() + "avis/deplace");
  }

  @Test
  void aCancellationAskedFromASharedNumberIsToldToTheMobileOnFile() {
    visit = visit(THURSDAY, Visit.State.CANCELLED);
    notices.cancelled("c#1", visit, SHARED);
    timers.forEach(notices::fire);
    assertThat(owed).extracting(Outbound::template).containsExactly("rdv/avis-annule");
    assertThat(questions).containsExactly(MOBILE.key() + "avis/annule");
  }

  @Test
  void whoAskedFromHisOwnMobileHasHisAnswerAlready() {
    notices.moved("c#1", visit, Slot.ofKey(TUESDAY), MOBILE);
    assertThat(timers).isEmpty();
  }

  @Test
  void withoutAMobileOnFileNobodyIsTold() {
    mobile = Optional.empty();
    notices.moved("c#1", visit, Slot.ofKey(TUESDAY), SHARED);
    assertThat(timers).isEmpty();
  }

  @Test
  void aVisitThatChangedAgainMeanwhileIsNotSpokenOf() {
    notices.moved("c#1", visit, Slot.ofKey(TUESDAY), SHARED);
    visit = visit(TUESDAY, Visit.State.PLANNED);
    timers.forEach(notices::fire);
    assertThat(owed).isEmpty();
  }

  private static Visit visit(String slot, Visit.State state) {
    Site site = Site.ofCommune("74000", "Annecy", new Point(45.9, 6.12));
    return new Visit("V-1", "C-1", "entretien", site, Slot.ofKey(slot), "gaetan", state, false, 1);
  }

  private final class Visits implements RemindedVisits {

    @Override
    public Optional<String> where(Visit asked) {
      return where;
    }

    @Override
    public Optional<Visit> visit(String id) {
      return Optional.of(visit);
    }

    @Override
    public Visit pin(String cause, String id) {
      throw new AssertionError("a notice pins nobody");
    }

    @Override
    public Optional<Address> mobile(String person) {
      return mobile;
    }

    @Override
    public boolean own(String person, Address number) {
      return number.equals(MOBILE);
    }

    @Override
    public Contact contact(String person) {
      throw new AssertionError(Map.of("person", person).toString());
    }
  }
}
