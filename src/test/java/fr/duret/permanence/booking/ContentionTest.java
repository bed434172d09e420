package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ContentionTest {

  private static final int CALLERS = 64;
  private static final LocalDate DAY = MONDAY.plusDays(2);

  @Test
  void sixty_four_callers_on_two_nodes_share_a_day_without_a_broken_promise(
      Store store, StoreUri uri) throws InterruptedException, ExecutionException {
    Agency agency = new Agency(store);
    try (Store second = StoreExtension.another(store, uri)) {
      contend(agency, List.of(agency.booking, agency.node(second)));
    }
  }

  private static void contend(Agency agency, List<Booking> nodes)
      throws InterruptedException, ExecutionException {
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Object>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        answers.add(
            callers.submit(() -> {
              together.await();
              return book(nodes.get(caller % 2), caller);
            }));
      }
      together.countDown();
    }

    List<Visit> booked = new ArrayList<>();
    for (Future<Object> answer : answers) {
      if (answer.get() instanceof Confirmation.Booked confirmed) {
        booked.add(confirmed.visit());
      }
    }
    Day day = agency.day(DAY);
    assertThat(day.entries())
        .extracting(Entry::visit)
        .containsExactlyInAnyOrderElementsOf(booked.stream().map(Visit::id).toList());
    assertThat(booked).hasSizeGreaterThan(3);
    assertThat(agency.broken()).isEmpty();
    assertThat(day.holds()).isEmpty();
    booked.forEach(visit -> assertThat(agency.booking.upcoming(visit.person())).hasSize(1));
  }

  /// Everybody asks until he has a visit or nothing is left, so that whoever is starved hangs.
  private static Object book(Booking node, int caller) {
    for (int round = 0; ; round++) {
      String cause = caller + "/" + round;
      Offer offer = node.offer("o" + cause, request("C-" + caller, only(DAY, DAY)));
      if (!(offer instanceof Offer.Offered offered)) {
        return offer;
      }
      Confirmation outcome =
          node.confirm("c" + cause, offered.hold(), offered.slots().getFirst().slot());
      if (outcome instanceof Confirmation.Booked) {
        return outcome;
      }
      node.releaseHold(offered.hold());
    }
  }
}
