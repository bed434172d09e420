package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.planning.Optimiser.Effort;
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

    agency.booking.improve(DAY, Effort.QUICK);

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
    agency.booking.improve(DAY, Effort.QUICK);

    Day day = agency.day(DAY);
    assertThat(agency.booking.visits(DAY, DAY, 100))
        .allMatch(visit -> day.technicianOf(visit.id()).orElseThrow().equals(visit.technician()));
  }

  @Test
  void a_day_that_has_begun_is_left_alone() {
    agency.at(DAY + "T09:00");
    Day before = agency.day(DAY);

    agency.booking.improve(DAY, Effort.QUICK);

    assertThat(agency.day(DAY)).isEqualTo(before);
  }

  @Test
  void what_was_found_is_dropped_if_the_day_changed_meanwhile() {
    Improving overtaken =
        agency.improving((plan, travel, effort) -> {
          agency.book("C-late", only(DAY, DAY));
          return new Optimiser().improve(plan, travel, effort);
        });

    assertThat(overtaken.improve(DAY, Effort.QUICK)).isFalse();

    assertThat(agency.booking.upcoming("C-late")).hasSize(1);
    assertThat(agency.day(DAY).changed()).isTrue();
    assertThat(agency.booking.improve(DAY, Effort.QUICK)).isTrue();
    assertThat(agency.day(DAY).changed()).isFalse();
    assertThat(agency.booking.visits(DAY, DAY, 100)).hasSize(8);
    assertThat(agency.broken()).isEmpty();
  }

  @Test
  void the_night_takes_up_what_the_day_improved_only_quickly() {
    agency.booking.improve(DAY, Effort.QUICK);
    assertThat(agency.day(DAY).rough()).isTrue();
    int before = driving();

    agency.booking.improveThoroughly();
    finish();

    assertThat(agency.day(DAY).rough()).isFalse();
    assertThat(driving()).isLessThanOrEqualTo(before);
    assertThat(agency.broken()).isEmpty();
  }

  @Test
  void the_night_leaves_alone_what_has_not_changed() {
    agency.booking.improve(DAY, Effort.THOROUGH);
    Day before = agency.day(DAY);

    agency.booking.improveThoroughly();
    finish();

    assertThat(agency.day(DAY)).isEqualTo(before);
  }

  @Test
  void a_technician_whom_the_reminder_has_named_keeps_his_visits() {
    List<Visit> told = agency.booking.visits(DAY, DAY, 100).subList(0, 4);
    told.forEach(visit -> agency.booking.pin("d2-" + visit.id(), visit.id()));

    agency.booking.improve(DAY, Effort.THOROUGH);

    assertThat(told)
        .allSatisfy(visit ->
            assertThat(agency.booking.visit(visit.id()).orElseThrow().technician())
                .isEqualTo(visit.technician()));
    assertThat(agency.broken()).isEmpty();
  }

  @Test
  void it_is_busy_until_the_changed_days_are_done() {
    Reoptimiser reoptimiser = agency.booking.reoptimiser();
    assertThat(reoptimiser.idle()).isFalse();

    finish();

    assertThat(agency.day(DAY).changed()).isFalse();
  }

  @Test
  void what_waited_when_the_process_ended_waits_again_after_recovery() {
    Booking next = agency.node();
    assertThat(next.reoptimiser().idle()).isTrue();

    next.recover();

    assertThat(next.reoptimiser().idle()).isFalse();
  }

  private void finish() {
    Reoptimiser reoptimiser = agency.booking.reoptimiser();
    reoptimiser.start(() -> false, () -> 0);
    while (!reoptimiser.idle()) {
      Thread.onSpinWait();
    }
    reoptimiser.close();
  }

  private int driving() {
    return agency.booking.day(DAY).rounds().stream().mapToInt(DayView.Round::drivingSeconds).sum();
  }
}
