package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class PastDaysTest {

  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);

  private Agency agency;
  private Booking booking;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
    booking = agency.booking;
  }

  @Test
  void a_visit_of_a_forgotten_day_is_as_it_was() {
    Visit visit = agency.book("C-1", only(TUESDAY, TUESDAY));
    Visit cancelled = agency.book("C-2", only(TUESDAY, TUESDAY));
    booking.cancel("x", cancelled.id());
    Day day = agency.day(TUESDAY);
    Day driven = day.with(java.util.Map.of("nadia", day.entries()));
    assertThat(new MongoDays(agency.store(), "74600").replace(driven)).isTrue();
    agency.at("2027-05-01T09:00");

    assertThat(booking.forgetDays(ago(90), 100)).isEqualTo(1);

    assertThat(agency.day(TUESDAY).version()).isZero();
    assertThat(booking.history("C-1", 5))
        .singleElement()
        .satisfies(past -> {
          assertThat(past.slot()).isEqualTo(visit.slot());
          assertThat(past.technician()).isEqualTo("nadia");
          assertThat(past.state()).isEqualTo(Visit.State.PLANNED);
        });
    assertThat(booking.history("C-2", 5))
        .extracting(Visit::state)
        .containsExactly(Visit.State.CANCELLED);
  }

  @Test
  void days_that_are_needed_stay_and_others_go_a_few_a_night() {
    agency.book("C-1", only(TUESDAY, TUESDAY));
    agency.book("C-2", only(THURSDAY, THURSDAY));
    LocalDate later = LocalDate.of(2027, 2, 16);
    agency.at("2027-01-20T09:00");
    agency.book("C-3", only(later, later));
    agency.at("2027-02-22T09:00");

    assertThat(booking.forgetDays(ago(90), 100)).isZero();
    agency.pass(Duration.ofDays(30));
    assertThat(booking.forgetDays(ago(90), 1)).isEqualTo(1);
    assertThat(booking.forgetDays(ago(90), 1)).isEqualTo(1);
    assertThat(booking.forgetDays(ago(90), 1)).isZero();

    assertThat(agency.day(later).entries()).hasSize(1);
  }

  @Test
  void answers_that_may_be_asked_for_again_are_kept() {
    Offer.Offered old = agency.offer("old", request("C-1", only(TUESDAY, TUESDAY)));
    agency.pass(Duration.ofDays(59));
    Offer.Offered fresh = agency.offer("fresh", request("C-2", Wish.any()));
    agency.pass(Duration.ofDays(2));

    assertThat(booking.forget(ago(60), 100)).isEqualTo(1);

    assertThat(booking.offer("fresh", request("C-2", Wish.any()))).isEqualTo(fresh);
    assertThat(booking.offer("old", request("C-1", Wish.any()))).isNotEqualTo(old);
  }

  @Test
  void lapsed_holds_leave_every_day_ahead_and_live_ones_stay() {
    agency.offer("a", request("C-1", only(TUESDAY, TUESDAY)));
    agency.offer("b", request("C-2", only(THURSDAY, THURSDAY)));
    agency.pass(Duration.ofMinutes(19));
    agency.offer("c", request("C-3", only(THURSDAY, THURSDAY)));
    agency.pass(Duration.ofMinutes(1));

    booking.dropLapsedHolds();

    List<Held> left = agency.days().values().stream().flatMap(day -> day.holds().stream()).toList();
    assertThat(left).extracting(Held::hold).containsOnly("c");
  }

  private Instant ago(int days) {
    return agency.instant().minus(Duration.ofDays(days));
  }
}
