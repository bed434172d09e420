package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static fr.duret.permanence.booking.Agency.slot;
import static fr.duret.permanence.booking.Agency.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.technicians.Block;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class BookingTest {

  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Wish ON_TUESDAY = only(TUESDAY, TUESDAY);

  private Agency agency;
  private Booking booking;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
    booking = agency.booking;
  }

  @Test
  void what_is_offered_is_held_and_can_be_booked() {
    Offer.Offered offered = agency.offer("o", request("C-1", Wish.any()));

    assertThat(offered.slots()).hasSizeBetween(2, 3).allMatch(OfferedSlot::wished);
    Slot chosen = offered.slots().getLast().slot();
    Confirmation outcome = booking.confirm("c", offered.hold(), chosen);

    Visit visit = ((Confirmation.Booked) outcome).visit();
    assertThat(visit.slot()).isEqualTo(chosen);
    assertThat(booking.upcoming("C-1")).containsExactly(visit);
    assertThat(booking.visit(visit.id())).contains(visit);
    booking.releaseHold(offered.hold());
    assertThat(agency.days().values()).allMatch(day -> day.holds().isEmpty());
  }

  @Test
  void a_repeated_offer_answers_as_before_whatever_happened_since() {
    Offer first = booking.offer("o", request("C-1", ON_TUESDAY));
    agency.pass(Duration.ofHours(1));
    agency.book("C-2", ON_TUESDAY);

    assertThat(booking.offer("o", request("C-1", ON_TUESDAY))).isEqualTo(first);
  }

  @Test
  void a_repeated_booking_answers_as_before_even_after_a_move() {
    Offer.Offered offered = agency.offer("o", request("C-1", ON_TUESDAY));
    Slot slot = offered.slots().getFirst().slot();
    Confirmation first = booking.confirm("c", offered.hold(), slot);
    String visit = ((Confirmation.Booked) first).visit().id();
    move(visit, "C-1", only(MONDAY.plusDays(3), MONDAY.plusDays(3)));

    assertThat(booking.confirm("c", offered.hold(), slot)).isEqualTo(first);
    assertThat(booking.upcoming("C-1")).hasSize(1);
  }

  @Test
  void a_street_told_later_is_in_the_visit_and_in_its_day() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    Site old = visit.site();
    Site known =
        new Site(old.id(), "", "12 chemin du Port", old.postcode(), old.commune(), old.point());

    booking.locate(visit.id(), known);
    Visit located = booking.locate(visit.id(), known);

    assertThat(located.site()).isEqualTo(known);
    assertThat(located.version()).isEqualTo(visit.version() + 1);
    assertThat(booking.upcoming("C-1")).containsExactly(located);
    assertThat(agency.days().values())
        .flatExtracting(Day::entries)
        .singleElement()
        .satisfies(entry -> assertThat(entry.site()).isEqualTo(known));
    move(visit.id(), "C-1", only(MONDAY.plusDays(3), MONDAY.plusDays(3)));
    assertThat(booking.visit(visit.id()).orElseThrow().site()).isEqualTo(known);
  }

  @Test
  void a_visit_cancelled_meanwhile_has_no_place_any_more() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    booking.cancel("x", visit.id());
    assertThat(booking.locate(visit.id(), visit.site()).state()).isEqualTo(Visit.State.CANCELLED);
  }

  @Test
  void a_slot_that_has_gone_stays_gone_for_the_same_command() {
    Offer.Offered offered = agency.offer("o", request("C-1", ON_TUESDAY));
    Slot slot = offered.slots().getFirst().slot();
    agency.pass(Duration.ofMinutes(21));
    List<Visit> others = fill(TUESDAY);
    assertThat(booking.confirm("c", offered.hold(), slot)).isEqualTo(new Taken(slot));

    others.forEach(visit -> booking.cancel("cancel-" + visit.id(), visit.id()));

    assertThat(booking.confirm("c", offered.hold(), slot)).isEqualTo(new Taken(slot));
    assertThat(booking.confirm("c2", offered.hold(), slot)).isInstanceOf(Confirmation.Booked.class);
  }

  @Test
  void when_the_usual_days_are_full_the_first_free_ones_after_them_are_offered() {
    LocalDate last = MONDAY.plusDays(24);
    agency.close(MONDAY, last);

    Offer.Offered offered = agency.offer("o", request("C-1", Wish.any()));

    assertThat(offered.slots())
        .hasSizeBetween(2, 3)
        .allMatch(slot -> slot.slot().day().isAfter(last))
        .allMatch(slot -> slot.slot().day().isBefore(last.plusDays(9)));
    Slot chosen = offered.slots().getFirst().slot();
    assertThat(booking.confirm("c", offered.hold(), chosen))
        .isInstanceOf(Confirmation.Booked.class);
  }

  @Test
  void what_was_held_before_is_free_again_when_only_later_days_have_room() {
    agency.offer("o", request("C-1", ON_TUESDAY));
    agency.close(MONDAY, MONDAY.plusDays(13));

    agency.offer("p", request("C-1", Wish.any()));

    assertThat(agency.day(TUESDAY).holds()).isEmpty();
  }

  @Test
  void nothing_is_offered_when_the_next_months_are_full_or_nothing_else_suits() {
    agency.close(MONDAY, MONDAY.plusDays(120));
    assertThat(booking.offer("o", request("C-1", Wish.any()))).isEqualTo(new Offer.NothingFits());
    assertThat(booking.offer("p", request("C-2", ON_TUESDAY))).isEqualTo(new Offer.NothingFits());
  }

  @Test
  void an_answer_after_the_lapse_is_booked_if_the_slot_is_still_free() {
    Offer.Offered offered = agency.offer("o", request("C-1", ON_TUESDAY));
    agency.pass(Duration.ofMinutes(21));

    assertThat(booking.confirm("c", offered.hold(), offered.slots().getFirst().slot()))
        .isInstanceOfSatisfying(
            Confirmation.Booked.class, booked -> assertThat(booked.afterLapse()).isTrue());
  }

  @Test
  void while_a_hold_stands_others_cannot_take_the_last_windows_of_a_day() {
    fill(TUESDAY);
    Visit one = agency.booking.visits(TUESDAY, TUESDAY, 1).getFirst();
    booking.cancel("x", one.id());
    Offer.Offered held = agency.offer("o", request("C-1", ON_TUESDAY));

    assertThat(booking.offer("p", request("C-2", ON_TUESDAY))).isEqualTo(new Offer.NothingFits());

    booking.releaseHold(held.hold());
    assertThat(booking.offer("q", request("C-3", ON_TUESDAY))).isInstanceOf(Offer.Offered.class);
  }

  @Test
  void a_person_has_one_hold_at_a_time() {
    agency.offer("o1", request("C-1", ON_TUESDAY));
    Offer.Offered second = agency.offer("o2", request("C-1", Wish.any()));

    assertThat(agency.days().values().stream().flatMap(day -> day.holds().stream()))
        .extracting(Held::hold)
        .containsOnly(second.hold());
  }

  @Test
  void offers_by_mail_are_not_held_but_can_be_booked() {
    OfferRequest sms = request("C-1", ON_TUESDAY);
    OfferRequest mail =
        new OfferRequest(
            "C-1",
            true,
            Channel.EMAIL,
            sms.site(),
            sms.service(),
            sms.wish(),
            sms.contract(),
            sms.moving());
    Offer.Offered offered = agency.offer("o", mail);
    assertThat(agency.days().values()).allMatch(day -> day.holds().isEmpty());

    agency.pass(Duration.ofHours(3));
    assertThat(booking.confirm("c", offered.hold(), offered.slots().getFirst().slot()))
        .isInstanceOf(Confirmation.Booked.class);
  }

  @Test
  void a_move_frees_the_old_slot_and_is_answered_alike_when_repeated() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    LocalDate thursday = MONDAY.plusDays(3);
    Offer.Offered offered =
        agency.offer("m", request("C-1", only(thursday, thursday)).toMove(visit.id()));
    Slot slot = offered.slots().getFirst().slot();
    Move first = booking.move("m1", visit.id(), offered.hold(), slot);

    assertThat(((Move.Moved) first).former()).isEqualTo(visit.slot());
    assertThat(agency.day(TUESDAY).entries()).isEmpty();
    assertThat(agency.day(thursday).entries()).hasSize(1);
    assertThat(booking.move("m1", visit.id(), offered.hold(), slot)).isEqualTo(first);
    assertThat(booking.upcoming("C-1")).extracting(Visit::slot).containsExactly(slot);
  }

  @Test
  void a_move_inside_the_day_leaves_one_visit() {
    Visit visit = agency.book("C-1", ON_TUESDAY);

    Move moved = move(visit.id(), "C-1", ON_TUESDAY);

    assertThat(((Move.Moved) moved).visit().slot()).isNotEqualTo(visit.slot());
    assertThat(agency.day(TUESDAY).entries()).hasSize(1);
  }

  @Test
  void a_move_to_a_slot_that_has_gone_keeps_the_old_one() {
    LocalDate thursday = MONDAY.plusDays(3);
    Visit visit = agency.book("C-1", ON_TUESDAY);
    Offer.Offered offered =
        agency.offer("m", request("C-1", only(thursday, thursday)).toMove(visit.id()));
    agency.pass(Duration.ofMinutes(21));
    fill(thursday);

    Slot wanted = offered.slots().getFirst().slot();
    assertThat(booking.move("m1", visit.id(), offered.hold(), wanted)).isEqualTo(new Taken(wanted));
    assertThat(booking.upcoming("C-1")).extracting(Visit::slot).containsExactly(visit.slot());
  }

  @Test
  void a_cancelled_visit_frees_its_slot_once() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    Cancellation first = booking.cancel("x", visit.id());

    assertThat(first).isInstanceOf(Cancellation.Cancelled.class);
    assertThat(booking.cancel("x", visit.id())).isEqualTo(first);
    assertThat(agency.day(TUESDAY).entries()).isEmpty();
    assertThat(booking.upcoming("C-1")).isEmpty();
    assertThat(booking.history("C-1", 5)).hasSize(1);
  }

  @Test
  void a_visit_that_has_begun_is_neither_moved_nor_cancelled() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    Offer.Offered offered = agency.offer("m", request("C-1", Wish.any()).toMove(visit.id()));
    agency.at("2026-11-24T17:59");

    assertThat(booking.cancel("x", visit.id())).isEqualTo(new Cancellation.TooLate(visit));
    assertThat(booking.move("m1", visit.id(), offered.hold(), offered.slots().getFirst().slot()))
        .isEqualTo(new Move.NotMovable(visit));
  }

  @Test
  void we_do_not_go_far_and_do_not_do_everything() {
    OfferRequest near = request("C-1", Wish.any());
    Site lyon = Site.ofCommune("69000", "Lyon", new Point(45.76, 4.84));
    OfferRequest far =
        new OfferRequest(
            "C-1",
            true,
            Channel.SMS,
            lyon,
            near.service(),
            near.wish(),
            near.contract(),
            near.moving());
    OfferRequest other =
        new OfferRequest(
            "C-1",
            true,
            Channel.SMS,
            near.site(),
            "piscine",
            near.wish(),
            near.contract(),
            near.moving());

    assertThat(booking.offer("o1", far)).isEqualTo(new Offer.NotServed(Offer.Why.AREA));
    assertThat(booking.offer("o2", other)).isEqualTo(new Offer.NotServed(Offer.Why.SERVICE));
  }

  @Test
  void somebody_unknown_has_one_open_visit() {
    Offer.Offered offered = agency.offer("o", stranger("P-1", Wish.any()));
    Slot slot = offered.slots().getFirst().slot();
    Visit visit = ((Confirmation.Booked) booking.confirm("c", offered.hold(), slot)).visit();

    assertThat(booking.offer("o2", stranger("P-1", Wish.any())))
        .isEqualTo(new Offer.AlreadyBooked(visit));
    Slot second = offered.slots().getLast().slot();
    assertThat(booking.confirm("c2", offered.hold(), second)).isEqualTo(new Taken(second));
  }

  @Test
  void strangers_hold_at_most_a_third_of_a_day() {
    int offered = 0;
    for (int i = 0; i < 12; i++) {
      Offer offer = booking.offer("o" + i, stranger("P-" + i, ON_TUESDAY));
      offered += offer instanceof Offer.Offered ? 1 : 0;
    }

    assertThat(offered).isBetween(1, 3);
    // Two technicians with four windows each: 30 % of eight, rounded up.
    assertThat(agency.day(TUESDAY).heldByStrangers(agency.instant())).isBetween(1, 3);
    assertThat(booking.offer("known", request("C-1", ON_TUESDAY)))
        .isInstanceOf(Offer.Offered.class);
  }

  @Test
  void an_absence_closes_the_technicians_day() {
    agency.technicians.block(
        new Block(
            "b1",
            "nadia",
            Block.Kind.ABSENCE,
            TUESDAY.atStartOfDay(),
            TUESDAY.plusDays(1).atStartOfDay(),
            "congé"));
    booking.freeTimeChanged(TUESDAY, TUESDAY);

    assertThat(fill(TUESDAY)).extracting(Visit::technician).containsOnly("gaetan");
  }

  @Test
  void a_pinned_technician_stays() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    Visit pinned = booking.pin("p", visit.id());

    assertThat(pinned.pinned()).isTrue();
    assertThat(booking.pin("p", visit.id())).isEqualTo(pinned);
    assertThat(agency.day(TUESDAY).entries()).allMatch(Entry::pinned);
  }

  @Test
  void a_visit_lost_in_a_crash_is_written_again_from_its_day() {
    Visit visit = agency.book("C-1", ON_TUESDAY);
    agency.store().collection("visits").deleteMany(new org.bson.Document());
    assertThat(booking.upcoming("C-1")).isEmpty();

    booking.recover();

    assertThat(booking.upcoming("C-1")).containsExactly(visit);
  }

  @Test
  void the_wished_days_are_offered_even_far_ahead() {
    LocalDate far = LocalDate.of(2027, 2, 16);
    Wish wish = new Wish(List.of(Wish.Period.day(far)), List.of());

    assertThat(agency.offer("o", request("C-1", wish)).slots().getFirst().slot().day())
        .isEqualTo(far);
  }

  @Test
  void the_only_window_of_a_day_is_counted_as_the_only_one() {
    fill(TUESDAY);
    Visit one = booking.visits(TUESDAY, TUESDAY, 1).getFirst();
    booking.cancel("x", one.id());
    Wish wish =
        new Wish(
            List.of(Wish.Period.day(TUESDAY).between(one.slot().from(), one.slot().to())),
            List.of());

    Offer.Offered offered = agency.offer("o", request("C-9", wish));

    assertThat(offered.wished()).extracting(OfferedSlot::slot).containsExactly(one.slot());
    assertThat(offered.openAsWished()).isEqualTo(1);
    assertThat(offered.slots()).hasSizeGreaterThan(1);
  }

  @Test
  void a_hold_that_nobody_made_is_refused() {
    assertThatThrownBy(() -> booking.confirm("c", "nothing", slot(TUESDAY, 8)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void two_causes_are_two_visits_for_a_client_on_file() {
    agency.book("C-1", ON_TUESDAY);
    Offer.Offered again = agency.offer("again", request("C-1", Wish.any()));
    Optional<OfferedSlot> slot = again.slots().stream().findFirst();
    booking.confirm("again-c", again.hold(), slot.orElseThrow().slot());

    assertThat(booking.upcoming("C-1")).hasSize(2);
  }

  private Move move(String visit, String person, Wish wish) {
    Offer.Offered offered = agency.offer("move-" + visit, request(person, wish).toMove(visit));
    Slot slot = offered.slots().getFirst().slot();
    return booking.move("moved-" + visit, visit, offered.hold(), slot);
  }

  /// Books visits until nothing fits on that day any more.
  private List<Visit> fill(LocalDate day) {
    int visits = 0;
    while (booking.offer("f" + day + visits, request("F-" + visits, only(day, day)))
        instanceof Offer.Offered offered) {
      booking.confirm("g" + day + visits, offered.hold(), offered.slots().getFirst().slot());
      visits++;
    }
    assertThat(visits).isGreaterThan(3);
    assertThat(agency.broken()).isEmpty();
    return booking.visits(day, day, 100);
  }
}
