package fr.duret.permanence.planning;

import static fr.duret.permanence.planning.Days.EIGHT;
import static fr.duret.permanence.planning.Days.FOUR;
import static fr.duret.permanence.planning.Days.LINE;
import static fr.duret.permanence.planning.Days.TEN;
import static fr.duret.permanence.planning.Days.TWO;
import static fr.duret.permanence.planning.Days.crew;
import static fr.duret.permanence.planning.Days.day;
import static fr.duret.permanence.planning.Days.meeting;
import static fr.duret.permanence.planning.Days.round;
import static fr.duret.permanence.planning.Days.stop;
import static fr.duret.permanence.planning.Days.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InsertionsTest {

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  /// Every order of every technician is tried; [PromiseCheck] judges, which knows nothing of
  /// rounds.
  @ParameterizedTest
  @MethodSource("seeds")
  void anInsertionIsFoundExactlyWhenTryingAllPlacesFindsOne(int seed) {
    Random random = new Random(seed);
    DayPlan plan = Days.random(random, 3, 12);
    Work asked = Days.randomWork(random, "asked");
    for (Window window : OfferRequest.TWO_HOURS) {
      Optional<Insertion> found = Insertions.cheapest(plan, LINE, asked, window);
      OptionalInt least = leastDriving(plan, Stop.of(asked, window));
      assertThat(found.isPresent()).as("%s of seed %d", window, seed).isEqualTo(least.isPresent());
      found.ifPresent(insertion -> isRight(insertion, plan, least.orElseThrow()));
    }
  }

  private static void isRight(Insertion insertion, DayPlan before, int least) {
    assertThat(PromiseCheck.broken(insertion.plan(), LINE)).isEmpty();
    assertThat(insertion.offer().driving()).isEqualTo(least);
    int after = Arrivals.driving(insertion.plan(), LINE);
    assertThat(after - Arrivals.driving(before, LINE)).isEqualTo(least);
  }

  private static OptionalInt leastDriving(DayPlan plan, Stop added) {
    int before = Arrivals.driving(plan, LINE);
    List<Integer> found = new ArrayList<>();
    for (int t = 0; t < plan.rounds().size(); t++) {
      PlannedRound round = plan.rounds().get(t);
      for (int at = 0; at <= round.stops().size(); at++) {
        List<Stop> stops = new ArrayList<>(round.stops());
        stops.add(at, added);
        DayPlan tried = plan.with(t, new PlannedRound(round.crew(), stops));
        if (PromiseCheck.broken(tried, LINE).isEmpty()) {
          found.add(Arrivals.driving(tried, LINE) - before);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).min();
  }

  @Test
  void theNearestTechnicianTakesItAndTheNeighbourIsTheReason() {
    DayPlan plan = day(round(crew("Gaetan"), stop("dupont", 40, 60, EIGHT)), round(crew("Lea")));

    Insertion found = Insertions.cheapest(plan, LINE, work("martin", 42, 60), TEN).orElseThrow();

    assertThat(found.offer())
        .isEqualTo(
            new Offer(
                Days.TUESDAY,
                TEN,
                "Gaetan",
                240,
                true,
                Optional.of(new Offer.Neighbour("dupont", 40, 120))));
    assertThat(found.plan().technicianOf("martin")).contains("Gaetan");
  }

  @Test
  void afterTheWednesdayMeetingThereIsStillTimeBeforeTen() {
    DayPlan plan = day(round(crew("Gaetan", meeting(8, 9, 0))));

    Insertion found = Insertions.cheapest(plan, LINE, work("dupont", 30, 60), EIGHT).orElseThrow();

    assertThat(Arrivals.of(found.plan().rounds().getFirst(), LINE)).containsExactly(34_200);
  }

  @Test
  void aJobBlocksItsHalfDayAndNoMore() {
    DayPlan plan = day(round(crew("Gaetan", meeting(8, 12, 20))));

    assertThat(Insertions.cheapest(plan, LINE, work("dupont", 20, 30), EIGHT)).isEmpty();
    assertThat(Insertions.cheapest(plan, LINE, work("dupont", 20, 30), TEN)).isEmpty();
    assertThat(Insertions.cheapest(plan, LINE, work("dupont", 20, 30), TWO)).isPresent();
  }

  @Test
  void anAbsenceWithoutAPlaceIsSpentAtHome() {
    Crew.Blocked dentist = new Crew.Blocked(Window.hours(10, 12), OptionalInt.empty());
    DayPlan plan = day(round(crew("Gaetan", dentist)));

    assertThat(Insertions.cheapest(plan, LINE, work("dupont", 30, 90), EIGHT)).isPresent();
    assertThat(Insertions.cheapest(plan, LINE, work("dupont", 31, 90), EIGHT)).isEmpty();
  }

  @Test
  void whoeverIsAbsentOrLacksTheSkillGetsNothing() {
    Crew absent = Crew.of("Lea", 0, Set.of(Days.WIRING), List.of(), List.of());
    Crew other = Crew.of("Marc", 0, Set.of(Days.ALARMS), Crew.USUAL_HALF_DAYS, List.of());

    assertThat(
            Insertions.cheapest(
                day(round(absent), round(other)), LINE, work("dupont", 1, 60), EIGHT))
        .isEmpty();
  }

  @Test
  void workMayNotGoOnAfterTheHalfDay() {
    DayPlan plan = day(round(crew("Gaetan")));

    assertThat(Insertions.cheapest(plan, LINE, work("long", 5, 120), FOUR)).isPresent();
    assertThat(Insertions.cheapest(plan, LINE, work("longer", 5, 121), FOUR)).isEmpty();
  }

  @Test
  void whatIsHeldForOthersCountsOncePerHalfDay() {
    DayPlan day = day(round(crew("Gaetan")));
    Hold either = new Hold(work("held", 1, 60), List.of(EIGHT, TEN));
    Hold another = new Hold(work("other", 1, 60), List.of(EIGHT, TEN));
    Work asked = work("asked", 1, 150);

    assertThat(Insertions.cheapest(day.holding(List.of(either)), LINE, asked, EIGHT)).isPresent();
    assertThat(Insertions.cheapest(day.holding(List.of(either, another)), LINE, asked, EIGHT))
        .isEmpty();
    assertThat(Insertions.cheapest(day.holding(List.of(either, another)), LINE, asked, TWO))
        .isPresent();
  }

  @Test
  void whateverTheOtherTakesOfWhatHeWasOfferedIsStillThere() {
    DayPlan day = day(round(crew("Gaetan")));
    Hold either = new Hold(work("held", 1, 120), List.of(EIGHT, TEN));
    DayPlan held = day.holding(List.of(either));

    assertThat(Insertions.cheapest(held, LINE, work("asked", 1, 60), EIGHT)).isPresent();
    assertThat(Insertions.cheapest(held, LINE, work("asked", 1, 60), TEN)).isEmpty();
  }

  @Test
  void twoPersonsCanBeHeldTheSameMorningOnlyIfBothFindTheirPlace() {
    DayPlan one =
        day(round(crew("Gaetan"))).holding(List.of(new Hold(work("a", 1, 120), List.of(EIGHT))));
    DayPlan both =
        one.holding(List.of(one.holds().getFirst(), new Hold(work("b", 1, 90), List.of(TEN))));

    assertThat(Insertions.cheapest(one, LINE, work("c", 1, 90), TEN)).isPresent();
    assertThat(Insertions.cheapest(both, LINE, work("c", 1, 90), TEN)).isEmpty();
    assertThat(Insertions.cheapest(both.holding(List.of()), LINE, work("c", 1, 90), TEN))
        .isPresent();
  }

  @Test
  void whatIsToBeMovedStaysAndMayGoWhereItWasOfferedTo() {
    DayPlan day = day(round(crew("Gaetan"), stop("own", 1, 131, EIGHT)));
    Hold move = new Hold(work("move", 1, 110), List.of(TEN), Optional.of("own"));
    Hold more = new Hold(work("more", 1, 110), List.of(TEN));
    Work asked = work("asked", 1, 100);

    assertThat(Insertions.cheapest(day.holding(List.of(move)), LINE, asked, EIGHT)).isPresent();
    assertThat(Insertions.cheapest(day.holding(List.of(move)), LINE, asked, TEN)).isEmpty();
    // Something new does not fit beside the visit, so nothing can be held for it.
    assertThat(Insertions.cheapest(day.holding(List.of(more)), LINE, asked, TEN)).isPresent();
  }

  @Test
  void takingAStopOutKeepsTheOthers() {
    DayPlan plan = day(round(crew("Gaetan"), stop("a", 10, 60, EIGHT), stop("b", 20, 60, TEN)));

    assertThat(plan.without("a").stops()).extracting(Stop::id).containsExactly("b");
    assertThat(PromiseCheck.broken(plan.without("a"), LINE)).isEmpty();
  }
}
