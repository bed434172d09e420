package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class PastCallsTest {

  private Agency agency;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
  }

  @Test
  void until_there_are_a_hundred_visits_the_formula_ranks_the_offers() {
    assertThat(agency.past(40)).isBetween(1, Demand.ENOUGH - 1);

    assertThat(learnt().isKnown()).isFalse();
  }

  @Test
  void with_a_hundred_visits_offers_are_ranked_by_looking_ahead() {
    int visits = agency.past(130);
    assertThat(visits).isGreaterThanOrEqualTo(Demand.ENOUGH);
    List<List<Slot>> byFormula = offers();

    agency.booking.learn();

    assertThat(agency.booking.demand().isKnown()).isTrue();
    assertThat(agency.booking.demand().history()).hasSize(visits);
    assertThat(offers()).isNotEqualTo(byFormula);
  }

  @Test
  void the_same_visits_teach_the_same_on_every_node() {
    agency.past(130);
    agency.booking.learn();
    Booking other = agency.node();
    other.learn();

    assertThat(other.demand().history())
        .extracting(call -> call.work().id())
        .containsExactlyElementsOf(
            agency.booking.demand().history().stream().map(call -> call.work().id()).toList());
    assertThat(offers(other)).isEqualTo(offers());
  }

  @Test
  void cancelled_visits_teach_nothing() {
    agency.past(130);
    int before = learnt().history().size();
    Visit visit = agency.book("C-1", Wish.any());
    assertThat(learnt().history()).hasSize(before + 1);

    agency.booking.cancel("x", visit.id());

    assertThat(learnt().history()).hasSize(before);
  }

  /// However many have asked: what is kept of them is bounded, what was learnt stays.
  @Test
  void thePlacesOfThoseWhoAskedDoNotPileUp(Store store) {
    agency.past(130);
    PastCalls calls =
        new PastCalls(
            agency.company, new MongoVisits(store), () -> new Plans(agency.company, agency.times));
    calls.learn(LocalDate.of(2026, 11, 22));
    int first = calls.terrain().plans().matrix().size();
    List<String> learnt = ids(calls.terrain().demand());

    List<Integer> sizes =
        IntStream.range(0, 1_300)
            .mapToObj(i -> {
              Plans plans = calls.terrain().plans();
              plans.work("w" + i, atTheEnd(i));
              return plans.matrix().size();
            })
            .toList();

    assertThat(sizes).allMatch(size -> size > first && size <= first + 500);
    assertThat(sizes.getLast()).isEqualTo(first + 300);
    assertThat(ids(calls.terrain().demand())).isEqualTo(learnt);
  }

  private static Task atTheEnd(int number) {
    Point point = new Point(46.5 + number / 10_000.0, 6.5);
    return new Task("depannage", Site.ofCommune("74500", "Évian-les-Bains", point), 3600, "");
  }

  private static List<String> ids(Demand demand) {
    return demand.history().stream().map(call -> call.work().id()).toList();
  }

  private Demand learnt() {
    agency.booking.learn();
    return agency.booking.demand();
  }

  private List<List<Slot>> offers() {
    return offers(agency.booking);
  }

  /// What ten people all round the town are offered, one after the other, each leaving it. The
  /// causes are always the same, for the imagined futures are drawn by them.
  private List<List<Slot>> offers(Booking node) {
    node.forget(agency.instant().plusSeconds(1), 1000);
    return IntStream.range(0, 10)
        .mapToObj(i -> {
          Offer.Offered offered =
              (Offer.Offered) node.offer("o" + i, request("N-" + 7 * i, Wish.any()));
          node.releaseHold(offered.hold());
          return offered.slots().stream().map(OfferedSlot::slot).toList();
        })
        .toList();
  }
}
