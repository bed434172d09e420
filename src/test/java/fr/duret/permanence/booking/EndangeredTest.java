package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.technicians.Block;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class EndangeredTest {

  private static final LocalDate DAY = MONDAY.plusDays(1);

  private Agency agency;

  @BeforeEach
  void book(Store store) {
    agency = new Agency(store);
    for (int i = 0; i < 6; i++) {
      agency.book("C-" + i, only(DAY, DAY));
    }
  }

  @Test
  void what_is_booked_can_be_kept() {
    assertThat(agency.booking.endangered(MONDAY, MONDAY.plusDays(7))).isEmpty();
  }

  @Test
  void the_visits_of_an_absent_technician_are_named_and_no_others() {
    List<Visit> his =
        agency.booking.visits(DAY, DAY, 100).stream()
            .filter(visit -> visit.technician().equals("nadia"))
            .toList();
    assertThat(his).isNotEmpty();

    agency.technicians.block(
        new Block(
            "b1",
            "nadia",
            Block.Kind.ABSENCE,
            DAY.atStartOfDay(),
            DAY.plusDays(1).atStartOfDay(),
            "maladie"));

    assertThat(agency.booking.endangered(MONDAY, MONDAY.plusDays(7)))
        .containsExactlyInAnyOrderElementsOf(his);

    agency.technicians.unblock("b1");
    assertThat(agency.booking.endangered(MONDAY, MONDAY.plusDays(7))).isEmpty();
  }
}
