package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.clients.Contract;
import fr.duret.permanence.clients.ContractLevel;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The last two windows of the next working day are kept for who goes first.
@ExtendWith(StoreExtension.class)
class PriorityTest {

  private static final Contract ARGENT =
      new Contract(ContractLevel.ARGENT, LocalDate.of(2026, 1, 15), LocalDate.of(2027, 1, 14), 2);

  private Agency agency;

  @BeforeEach
  void fillTheNextDayButForTwoWindows(Store store) {
    agency = new Agency(store);
    for (int i = 0; i < 6; i++) {
      agency.book("F-" + i, only(MONDAY, MONDAY));
    }
  }

  @Test
  void a_repair_gets_one_of_the_last_windows() {
    assertThat(agency.booking.offer("o", request("C-1", only(MONDAY, MONDAY))))
        .isInstanceOf(Offer.Offered.class);
  }

  @Test
  void maintenance_without_a_contract_does_not() {
    assertThat(offer("o", "C-1", Optional.empty())).isEqualTo(new Offer.NothingFits());
  }

  @Test
  void maintenance_with_a_contract_does_until_its_visits_are_used_up() {
    assertThat(offer("o1", "C-1", Optional.of(ARGENT))).isInstanceOf(Offer.Offered.class);
    agency.booking.releaseHold("o1");
    bookMaintenance("C-1", MONDAY.plusDays(7));
    bookMaintenance("C-1", MONDAY.plusDays(14));

    assertThat(offer("o2", "C-1", Optional.of(ARGENT))).isEqualTo(new Offer.NothingFits());
    assertThat(offer("o3", "C-2", Optional.of(ARGENT))).isInstanceOf(Offer.Offered.class);
  }

  private Offer offer(String cause, String person, Optional<Contract> contract) {
    return agency.booking.offer(cause, maintenance(person, MONDAY, contract));
  }

  private void bookMaintenance(String person, LocalDate day) {
    Offer.Offered offered = agency.offer("o" + day, maintenance(person, day, Optional.of(ARGENT)));
    agency.booking.confirm("c" + day, offered.hold(), offered.slots().getFirst().slot());
  }

  private static OfferRequest maintenance(
      String person, LocalDate day, Optional<Contract> contract) {
    OfferRequest repair = request(person, only(day, day));
    return new OfferRequest(
        person,
        true,
        repair.channel(),
        repair.site(),
        "entretien",
        repair.wish(),
        contract,
        Optional.empty());
  }
}
