package fr.duret.permanence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Confirmation;
import fr.duret.permanence.booking.HoldTimes;
import fr.duret.permanence.booking.Move;
import fr.duret.permanence.booking.Offer;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.OfferedSlot;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Identity;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.geo.DistanceTravelTimes;
import fr.duret.permanence.geo.MarginTravelTimes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.technicians.Technicians;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class SeededCompanyTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
  private static final InstantSource EVENING =
      InstantSource.fixed(Instant.parse("2026-11-22T17:30:00Z"));

  private Clients clients;
  private Booking booking;
  private SeededCompany seeded;

  @BeforeEach
  void seed(Store store) throws IOException {
    Company company = company();
    clients = new Clients(store);
    Technicians technicians = new Technicians(company, store);
    booking =
        new Booking(
            store,
            company,
            technicians,
            MarginTravelTimes.usual(new DistanceTravelTimes()),
            HoldTimes.usual(),
            EVENING);
    seeded = new SeededCompany(company, clients, technicians, booking);
    int visits = seeded.seed(SUNDAY);
    // Enough for offers to be ranked by looking ahead.
    assertThat(visits).isGreaterThanOrEqualTo(Demand.ENOUGH);
    booking.learn();
  }

  private static Company company() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SeededCompanyTest.class.getResourceAsStream("/demo/company.yaml"))) {
      return CompanyFile.read(
          "company.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void seeding_twice_seeds_once() {
    assertThat(seeded.seed(SUNDAY)).isZero();
    assertThat(clients.page("", 100)).hasSize(60);
  }

  @Test
  void mister_dupont_is_offered_the_windows_of_the_dialogue() {
    Offer.Offered offered = offered("m1", tuesdayMorning());

    assertThat(offered.slots())
        .extracting(OfferedSlot::slot)
        .containsExactly(slot(TUESDAY, 8), slot(TUESDAY, 10), slot(THURSDAY, 8));
    assertThat(offered.slots()).extracting(OfferedSlot::technician).containsOnly("gaetan");
  }

  @Test
  void mister_dupont_moves_to_the_only_window_of_thursday() {
    Offer.Offered offered = offered("m1", tuesdayMorning());
    Confirmation booked = booking.confirm("m2", offered.hold(), slot(TUESDAY, 10));
    assertThat(booked).isInstanceOf(Confirmation.Booked.class);
    String visit = ((Confirmation.Booked) booked).visit().id();

    Wish thursday = new Wish(List.of(Wish.Period.day(THURSDAY)), List.of());
    Offer.Offered other = (Offer.Offered) booking.offer("m3", request(thursday).toMove(visit));
    assertThat(other.openAsWished()).isEqualTo(1);
    assertThat(other.slots().getFirst().slot()).isEqualTo(slot(THURSDAY, 8));

    Move moved = booking.move("m3#1", visit, other.hold(), slot(THURSDAY, 8));
    assertThat(moved)
        .isInstanceOfSatisfying(
            Move.Moved.class,
            done -> {
              assertThat(done.former()).isEqualTo(slot(TUESDAY, 10));
              assertThat(done.visit().technician()).isEqualTo("gaetan");
            });
  }

  private static Wish tuesdayMorning() {
    return new Wish(
        List.of(Wish.Period.day(TUESDAY).between(LocalTime.of(8, 0), LocalTime.NOON)), List.of());
  }

  private Offer.Offered offered(String cause, Wish wish) {
    return (Offer.Offered) booking.offer(cause, request(wish));
  }

  private OfferRequest request(Wish wish) {
    Identity who = clients.identify(Address.phone("06 12 34 56 78").orElseThrow());
    Client dupont = ((Identity.Known) who).client();
    return new OfferRequest(
        dupont.id(),
        true,
        Channel.SMS,
        dupont.sites().getFirst(),
        "entretien",
        wish,
        dupont.contract(),
        Optional.empty());
  }

  private static Slot slot(LocalDate day, int hour) {
    return new Slot(day, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0));
  }
}
