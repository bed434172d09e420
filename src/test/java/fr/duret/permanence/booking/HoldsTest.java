package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static fr.duret.permanence.booking.Agency.slot;
import static fr.duret.permanence.booking.Agency.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is offered to somebody who has a visit already, and what strangers may hold.
@ExtendWith(StoreExtension.class)
class HoldsTest {

  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Wish ON_TUESDAY = only(TUESDAY, TUESDAY);
  private static final Wish TUESDAY_MORNING = morning();

  private Agency agency;
  private Booking booking;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
    booking = agency.booking;
  }

  @Test
  void on_a_full_day_a_visit_can_still_move_to_where_only_itself_is_in_the_way() {
    List<Visit> all = fill();
    Visit own = inTheMorning(all);
    Slot freed = otherOf(own.slot());
    cancelOneIn(freed, all);
    agency.offer("hold-of-others", request("C-other", Wish.any()));
    booking.releaseHold("hold-of-others");

    Offer.Offered offered = agency.offer("m", request(own.person(), ON_TUESDAY).toMove(own.id()));

    assertThat(offered.slots()).extracting(OfferedSlot::slot).contains(freed);
    assertThat(booking.move("m1", own.id(), offered.hold(), freed)).isInstanceOf(Move.Moved.class);
    assertThat(agency.broken()).isEmpty();
  }

  @Test
  void what_is_offered_for_a_move_in_its_own_half_day_is_kept_from_others() {
    List<Visit> all = fill();
    Visit own = inTheMorning(all);
    Slot freed = otherOf(own.slot());
    cancelOneIn(freed, all);
    agency.offer("m", request(own.person(), TUESDAY_MORNING).toMove(own.id()));

    assertThat(booking.offer("p", request("C-other", TUESDAY_MORNING)))
        .isEqualTo(new Offer.NothingFits());

    agency.pass(Duration.ofMinutes(20));
    assertThat(agency.offer("q", request("C-other", TUESDAY_MORNING)).slots())
        .extracting(OfferedSlot::slot)
        .containsExactly(freed);
  }

  @Test
  void a_move_takes_no_second_half_day_from_others() {
    Visit own = agency.book("C-1", TUESDAY_MORNING);
    agency.offer("m", request("C-1", TUESDAY_MORNING).toMove(own.id()));
    Day day = agency.day(TUESDAY);

    assertThat(day.holds()).hasSize(1);
    assertThat(day.halfDays(day.holds().getFirst())).isZero();
  }

  @Test
  void a_move_is_held_in_the_other_half_day_too() {
    List<Visit> all = fill();
    Visit own = inTheMorning(all);
    Visit afternoon = all.stream().filter(visit -> !visit.slot().isMorning()).findFirst().get();
    booking.cancel("x", afternoon.id());
    Offer.Offered offered = agency.offer("m", request(own.person(), ON_TUESDAY).toMove(own.id()));
    assertThat(offered.slots()).extracting(OfferedSlot::slot).contains(afternoon.slot());

    assertThat(booking.offer("p", request("C-other", ON_TUESDAY)))
        .isEqualTo(new Offer.NothingFits());
  }

  @Test
  void lapsed_holds_leave_the_store_when_their_day_is_improved() {
    agency.offer("o", request("C-1", ON_TUESDAY));
    agency.book("C-2", ON_TUESDAY);
    assertThat(agency.day(TUESDAY).holds()).hasSize(1);
    agency.pass(Duration.ofMinutes(20));

    booking.improve(TUESDAY, Effort.QUICK);

    assertThat(agency.day(TUESDAY).holds()).isEmpty();
  }

  @Test
  void a_stranger_may_move_his_visit_though_strangers_hold_their_share() {
    Offer.Offered first = agency.offer("s", stranger("P-0", TUESDAY_MORNING));
    Slot before = first.slots().getFirst().slot();
    Visit own = ((Confirmation.Booked) booking.confirm("c", first.hold(), before)).visit();
    for (int i = 1; i < 12; i++) {
      booking.offer("s" + i, stranger("P-" + i, ON_TUESDAY));
    }
    assertThat(booking.offer("t", stranger("P-99", ON_TUESDAY))).isEqualTo(new Offer.NothingFits());

    Offer moved = booking.offer("m", stranger("P-0", TUESDAY_MORNING).toMove(own.id()));

    assertThat(moved).isInstanceOf(Offer.Offered.class);
  }

  @Test
  void strangers_hold_no_more_than_thirty_in_a_hundred_windows() {
    for (int i = 0; i < 20; i++) {
      booking.offer("s" + i, stranger("P-" + i, ON_TUESDAY));
    }

    // Two technicians with four windows each: 30 % of eight is 2.4, so three half-days.
    Day day = agency.day(TUESDAY);
    assertThat(day.heldByStrangers(agency.instant())).isEqualTo(3);
    agency.pass(Duration.ofMinutes(20));
    assertThat(day.heldByStrangers(agency.instant())).isZero();
    assertThat(booking.offer("again", stranger("P-30", ON_TUESDAY)))
        .isInstanceOf(Offer.Offered.class);
  }

  private static Wish morning() {
    Wish.Period whole = Wish.Period.day(TUESDAY);
    List<Wish.Period> not = new ArrayList<>(ON_TUESDAY.excluded());
    not.add(whole.between(LocalTime.NOON, LocalTime.MAX));
    return new Wish(List.of(whole), not);
  }

  private static Visit inTheMorning(List<Visit> all) {
    return all.stream().filter(visit -> visit.slot().isMorning()).findFirst().orElseThrow();
  }

  /// The other window of that half-day.
  private static Slot otherOf(Slot slot) {
    return slot(TUESDAY, slot.from().getHour() == 8 ? 10 : 8);
  }

  private void cancelOneIn(Slot slot, List<Visit> all) {
    Optional<Visit> one = all.stream().filter(visit -> visit.slot().equals(slot)).findFirst();
    booking.cancel("x", one.orElseThrow().id());
  }

  private List<Visit> fill() {
    int i = 0;
    while (booking.offer("f" + i, request("F-" + i, ON_TUESDAY)) instanceof Offer.Offered offered) {
      booking.confirm("g" + i, offered.hold(), offered.slots().getFirst().slot());
      i++;
    }
    return booking.visits(TUESDAY, TUESDAY, 100);
  }
}
