package fr.duret.permanence.planning;

import static fr.duret.permanence.planning.Days.EIGHT;
import static fr.duret.permanence.planning.Days.LINE;
import static fr.duret.permanence.planning.Days.TEN;
import static fr.duret.permanence.planning.Days.TUESDAY;
import static fr.duret.permanence.planning.Days.crew;
import static fr.duret.permanence.planning.Days.round;
import static fr.duret.permanence.planning.Days.stop;
import static fr.duret.permanence.planning.Days.work;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Demand.PastCall;
import fr.duret.permanence.planning.OfferOutcome.NothingFits;
import fr.duret.permanence.planning.OfferOutcome.Offered;
import fr.duret.permanence.planning.OfferOutcome.Why;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OffersTest {

  private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
  private static final LocalDate THURSDAY = TUESDAY.plusDays(2);
  private static final Wish TUESDAY_MORNING =
      (day, window) ->
          (int) ChronoUnit.DAYS.between(TUESDAY, day) + (window.inTheMorning() ? 0 : 1);

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @Test
  void whatWasAskedComesFirstThenTheNearest() {
    List<Offer> offers = offered(horizon(day(TUESDAY), day(WEDNESDAY)), TUESDAY_MORNING);

    assertThat(offers).hasSize(3);
    assertThat(offers.subList(0, 2))
        .allMatch(Offer::asked)
        .extracting(Offer::window)
        .containsExactlyInAnyOrder(EIGHT, TEN);
    assertThat(offers.getLast().asked()).isFalse();
  }

  @Test
  void theDayOnWhichATechnicianIsNearIsOfferedFirst() {
    DayPlan far = day(TUESDAY);
    DayPlan near = day(WEDNESDAY, stop("neighbour", 49, 60, EIGHT));

    Offer best = offered(horizon(far, near), Wish.anything()).getFirst();

    assertThat(best.day()).isEqualTo(WEDNESDAY);
    assertThat(best.neighbour()).map(Offer.Neighbour::stop).contains("neighbour");
  }

  @Test
  void offersAreSpreadOverHalfDays() {
    List<Offer> offers =
        offered(horizon(day(TUESDAY), day(WEDNESDAY), day(THURSDAY)), Wish.anything());

    assertThat(offers)
        .extracting(o -> o.day() + (o.window().inTheMorning() ? " matin" : " après-midi"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aFullDayIsSaidHonestlyAndTheNearestIsOffered() {
    Stop allMorning = stop("a", 50, 238, EIGHT);
    List<Offer> offers =
        offered(horizon(day(TUESDAY, allMorning), day(WEDNESDAY)), TUESDAY_MORNING);

    assertThat(offers).isNotEmpty().noneMatch(Offer::asked);
  }

  @Test
  void whenNothingFitsTheReasonIsTold() {
    Horizon full = horizon(day(TUESDAY, stop("a", 1, 239, EIGHT), stop("b", 1, 239, Days.TWO)));
    Work alarm = new Work("alarm", 50, 3600, Days.ALARMS);
    Wish never = (day, window) -> Wish.NEVER;

    assertThat(offers(full, work("new", 50, 60), Wish.anything()))
        .isEqualTo(new NothingFits(Why.FULL));
    assertThat(offers(full, alarm, Wish.anything())).isEqualTo(new NothingFits(Why.NO_SKILL));
    assertThat(offers(full, work("new", 50, 60), never)).isEqualTo(new NothingFits(Why.NO_WINDOW));
    assertThat(offers(horizon(), work("new", 50, 60), Wish.anything()))
        .isEqualTo(new NothingFits(Why.NO_SKILL));
  }

  @Test
  void anExcludedDayIsNeverOffered() {
    Wish notTuesday = (day, window) -> day.equals(TUESDAY) ? Wish.NEVER : 0;

    assertThat(offered(horizon(day(TUESDAY), day(WEDNESDAY)), notTuesday))
        .isNotEmpty()
        .noneMatch(offer -> offer.day().equals(TUESDAY));
  }

  /// Two at least if two exist, each bookable, with or without history.
  @ParameterizedTest
  @MethodSource("seeds")
  void everythingOfferedCanBeBooked(int seed) {
    Random random = new Random(seed);
    List<DayPlan> days = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      DayPlan filled = Days.random(random, 2, 2 + 4 * random.nextInt(5));
      Hold hold = new Hold(Days.randomWork(random, "held"), List.of(EIGHT, TEN));
      days.add(new DayPlan(TUESDAY.plusDays(i), filled.rounds(), List.of(hold)));
    }
    Work asked = Days.randomWork(random, "asked");
    Horizon horizon = new Horizon(days, LINE, demand(random, seed % 2 == 0));

    long bookable = days.stream().mapToLong(day -> bookable(day, asked)).sum();
    switch (offers(horizon, asked, Wish.anything())) {
      case NothingFits nothing -> assertThat(bookable).isZero();
      case Offered offered -> {
        assertThat(offered.offers()).hasSizeBetween((int) Math.min(2, bookable), 3);
        assertThat(offered.offers()).doesNotHaveDuplicates().allMatch(o -> fits(days, asked, o));
      }
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Horizon horizon =
        new Horizon(List.of(day(TUESDAY), day(WEDNESDAY)), LINE, demand(new Random(1), true));

    assertThat(offers(horizon, work("new", 50, 60), Wish.anything()))
        .isEqualTo(offers(horizon, work("new", 50, 60), Wish.anything()));
  }

  private static boolean fits(List<DayPlan> days, Work asked, Offer offer) {
    return days.stream()
        .filter(day -> day.date().equals(offer.day()))
        .flatMap(day -> Insertions.cheapest(day, LINE, asked, offer.window()).stream())
        .anyMatch(insertion -> insertion.offer().equals(offer));
  }

  private static long bookable(DayPlan day, Work asked) {
    return OfferRequest.TWO_HOURS.stream()
        .filter(window -> Insertions.cheapest(day, LINE, asked, window).isPresent())
        .count();
  }

  private static Demand demand(Random random, boolean known) {
    List<PastCall> calls = new ArrayList<>();
    for (int i = 0; known && i < Demand.ENOUGH; i++) {
      Work work = Days.randomWork(random, "past" + i);
      calls.add(new PastCall(work, OfferRequest.TWO_HOURS, 1, 1 + random.nextInt(5)));
    }
    return new Demand(8, calls);
  }

  private static DayPlan day(LocalDate date, Stop... stops) {
    return new DayPlan(date, List.of(round(crew("Gaetan"), stops)), List.of());
  }

  private static Horizon horizon(DayPlan... days) {
    return new Horizon(List.of(days), LINE, Demand.unknown(8));
  }

  private static List<Offer> offered(Horizon horizon, Wish wish) {
    OfferOutcome outcome = offers(horizon, work("new", 50, 60), wish);
    assertThat(outcome).isInstanceOf(Offered.class);
    return ((Offered) outcome).offers();
  }

  private static OfferOutcome offers(Horizon horizon, Work work, Wish wish) {
    return new Offers().offers(horizon, new OfferRequest(work, OfferRequest.TWO_HOURS, wish));
  }
}
