package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Confirmation;
import fr.duret.permanence.booking.HoldTimes;
import fr.duret.permanence.booking.Offer;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.clients.Civility;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.conversation.Memory;
import fr.duret.permanence.conversation.People;
import fr.duret.permanence.geo.DistanceTravelTimes;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.technicians.Technicians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The root's joints between the clients, their visits and who speaks to them.
@ExtendWith(StoreExtension.class)
class PeopleOnFileTest {

  private static final Address ONE = Address.phone("06 39 98 01 00").orElseThrow();
  private static final Address BOTH = Address.phone("04 50 00 01 00").orElseThrow();
  private static final Address MAIL = Address.mailbox("marie@example.org");
  private static final Site SITE = Site.ofCommune("74000", "Annecy", new Point(45.9, 6.12));

  /// Remembers nothing.
  private static final Memory FRESH =
      new Memory() {
        @Override
        public <T> T once(String name, Supplier<T> reader) {
          return reader.get();
        }

        @Override
        public <T> T always(String name, Supplier<T> reader) {
          return reader.get();
        }

        @Override
        public void forget() {}
      };

  private Clients clients;
  private Booking booking;
  private PeopleOnFile people;
  private VisitsToRemind reminded;

  @BeforeEach
  void open(Store store) throws IOException {
    Path file = Path.of("src/main/resources/demo/company.yaml");
    Company company = CompanyFile.read("company.yaml", Files.readString(file));
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T17:30:00Z"));
    clients = new Clients(store);
    booking =
        new Booking(
            store,
            company,
            new Technicians(company, store),
            new DistanceTravelTimes(),
            HoldTimes.usual(),
            clock);
    people =
        new PeopleOnFile(
            clients, booking, civility -> civility == Civility.MONSIEUR ? "M." : "Mme");
    reminded = new VisitsToRemind(booking, clients, people::called);
    clients.addAll(
        List.of(
            client("C-1", Civility.MONSIEUR, "Paul", "Dupont", ONE, BOTH),
            client("C-2", null, "Marie", "Martin", MAIL, BOTH)));
  }

  @Test
  void somebodyAloneBehindHisNumberIsCalledByCivilityAndName() {
    assertThat(people.behind(ONE)).containsExactly("C-1");
    assertThat(people.find("C-1", FRESH)).contains(new People.Person("C-1", "M. Dupont"));
  }

  @Test
  void aSharedNumberIsBothAndUnknownOnesAreNobody() {
    assertThat(people.behind(BOTH)).containsExactly("C-1", "C-2");
    assertThat(people.behind(Address.phone("06 39 98 99 99").orElseThrow())).isEmpty();
    assertThat(people.find("C-9", FRESH)).isEmpty();
  }

  @Test
  void withoutACivilityBothNamesAreSaidAndABareSurnameIsNot() {
    assertThat(people.find("C-2", FRESH)).contains(new People.Person("C-2", "Marie Martin"));
    clients.addAll(List.of(client("C-3", null, "", "Lopez", MAIL)));
    assertThat(people.find("C-3", FRESH)).contains(new People.Person("C-3", ""));
    assertThat(people.called(clients.client("C-3").orElseThrow())).isEqualTo("Lopez");
    Client prospect = clients.prospect("p", Address.phone("06 39 98 99 98").orElseThrow());
    assertThat(people.called(prospect)).isEmpty();
  }

  @Test
  void aVisitAheadIsKnown() {
    Visit visit = book("C-1");
    assertThat(people.visitPlanned("C-1", FRESH)).isTrue();

    booking.cancel("x", visit.id());
    assertThat(people.visitPlanned("C-1", FRESH)).isFalse();
  }

  @Test
  void aReminderGoesToTheFirstMobileAndPinsTheTechnician() {
    Visit visit = book("C-1");

    assertThat(reminded.mobile("C-1")).contains(ONE);
    // A landline, which takes no text.
    assertThat(reminded.mobile("C-2")).isEmpty();
    assertThat(reminded.mobile("C-9")).isEmpty();
    assertThat(reminded.visit(visit.id())).contains(visit);
    assertThat(reminded.pin("p", visit.id()).pinned()).isTrue();
    assertThat(reminded.visit(visit.id()).orElseThrow().pinned()).isTrue();
    assertThat(reminded.visit("V-none")).isEmpty();
  }

  private Visit book(String person) {
    OfferRequest request =
        new OfferRequest(
            person,
            true,
            Channel.SMS,
            SITE,
            "entretien",
            Wish.any(),
            Optional.empty(),
            Optional.empty());
    Offer.Offered offered = (Offer.Offered) booking.offer("o", request);
    Confirmation outcome = booking.confirm("c", offered.hold(), offered.slots().getFirst().slot());
    return ((Confirmation.Booked) outcome).visit();
  }

  private static Client client(
      String id,
      @org.jspecify.annotations.Nullable Civility civility,
      String first,
      String last,
      Address... addresses) {
    return new Client(
        id,
        Client.Kind.CLIENT,
        Optional.ofNullable(civility),
        Optional.of(first).filter(name -> !name.isEmpty()),
        Optional.of(last),
        List.of(SITE),
        Arrays.asList(addresses),
        Optional.empty(),
        1);
  }
}
