package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ReoptimiserTest {

  private static final LocalDate DAY = MONDAY.plusDays(1);

  private Agency agency;

  @BeforeEach
  void book(Store store) {
    agency = new Agency(store);
    for (int i = 0; i < 7; i++) {
      agency.book("C-" + i, only(DAY, DAY));
    }
  }

  @Test
  void a_changed_day_is_driven_less_and_keeps_every_promise() {
    assertThat(agency.day(DAY).changed()).isTrue();
    int before = driving();
    List<Visit> promised = agency.booking.visits(DAY, DAY, 100);

    agency.booking.reoptimiser().improve(DAY);

    assertThat(agency.day(DAY).changed()).isFalse();
    assertThat(driving()).isLessThanOrEqualTo(before);
    assertThat(agency.broken()).isEmpty();
    assertThat(agency.booking.visits(DAY, DAY, 100))
        .extracting(Visit::id, Visit::slot)
        .containsExactlyInAnyOrderElementsOf(
            promised.stream()
                .map(visit -> org.assertj.core.groups.Tuple.tuple(visit.id(), visit.slot()))
                .toList());
  }

  @Test
  void a_visit_shows_who_comes_after_its_day_was_improved() {
    agency.booking.reoptimiser().improve(DAY);

    Day day = agency.day(DAY);
    assertThat(agency.booking.visits(DAY, DAY, 100))
        .allMatch(visit -> day.technicianOf(visit.id()).orElseThrow().equals(visit.technician()));
  }

  @Test
  void a_day_that_has_begun_is_left_alone() {
    agency.at(DAY + "T09:00");
    Day before = agency.day(DAY);

    agency.booking.reoptimiser().improve(DAY);

    assertThat(agency.day(DAY)).isEqualTo(before);
  }

  @Test
  void it_is_busy_until_the_changed_days_are_done() {
    Reoptimiser reoptimiser = agency.booking.reoptimiser();
    assertThat(reoptimiser.idle()).isFalse();

    reoptimiser.start();
    while (!reoptimiser.idle()) {
      Thread.onSpinWait();
    }
    reoptimiser.close();

    assertThat(agency.day(DAY).changed()).isFalse();
  }

  @Test
  void what_waited_when_the_process_ended_waits_again_after_recovery() {
    Booking next = agency.node();
    assertThat(next.reoptimiser().idle()).isTrue();

    next.recover();

    assertThat(next.reoptimiser().idle()).isFalse();
  }

  private int driving() {
    return agency.booking.day(DAY).rounds().stream().mapToInt(DayView.Round::drivingSeconds).sum();
  }
}
