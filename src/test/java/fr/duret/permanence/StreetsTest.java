package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Where to go is in the visit, which is what whoever drives there reads, whenever it was told.
@ExtendWith(StoreExtension.class)
class StreetsTest {

  private static final String STRANGER = "+33639987105";

  @TempDir private Path folder;
  private Service service;

  @BeforeEach
  void start(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-22T18:30", "0s");
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void aStreetAskedForAfterTheBookingIsInTheVisit() {
    service.write(STRANGER, "rdv entretien Mme Ravat Sevrier");
    service.write(STRANGER, "1");
    assertThat(visit().site().street()).isEmpty();
    service.write(STRANGER, "12 bis chemin du Port");
    assertThat(visit().site().street()).isEqualTo("12 bis chemin du Port");
  }

  @Test
  void aStreetToldInPassingIsInTheVisit() {
    service.write(STRANGER, "Une prise en panne au 3, allée des Pins, Sevrier. Mme Ravat");
    service.write(STRANGER, "1");
    assertThat(visit().site().street()).isEqualTo("3, allée des Pins");
  }

  @Test
  void theCommuneIsNoPartOfTheStreet() {
    service.write(STRANGER, "Une prise en panne, 3 allée des Pins a Sevrier. Mme Ravat");
    service.write(STRANGER, "1");
    assertThat(visit().site().street()).isEqualTo("3 allée des Pins");
  }

  @Test
  void aStreetThatLeadsToTheCommuneKeepsItsName() {
    service.write(STRANGER, "Une prise en panne, 3 route de Sevrier a Sevrier. Mme Ravat");
    service.write(STRANGER, "1");
    assertThat(visit().site().street()).isEqualTo("3 route de Sevrier");
  }

  private Visit visit() {
    LocalDate today = LocalDate.parse("2026-11-22");
    List<Visit> visits = service.core().booking().visits(today, today.plusDays(30), 1000);
    return visits.stream()
        .filter(visit -> visit.site().commune().equals("Sevrier"))
        .filter(visit -> !visit.person().startsWith("C-"))
        .findFirst()
        .orElseThrow();
  }
}
