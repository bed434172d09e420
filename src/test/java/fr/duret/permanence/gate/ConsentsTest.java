package fr.duret.permanence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ConsentsTest {

  private static final Address DUPONT = Address.phone("06 39 98 01 00").orElseThrow();
  private static final Instant FIRST = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T10:00:00Z");

  private Consents consents;

  @BeforeEach
  void open(Store store) {
    consents = new Consents(store);
  }

  @Test
  void stopStopsWhatItIsAboutAndStartRestoresIt() {
    consents.stop(DUPONT, Set.of(Purpose.SURVEY), FIRST);
    assertThat(consents.of(DUPONT, Purpose.SURVEY)).isEqualTo(Consent.STOPPED);
    assertThat(consents.of(DUPONT, Purpose.SERVICE)).isEqualTo(Consent.SILENT);
    consents.start(DUPONT, LATER);
    assertThat(consents.of(DUPONT, Purpose.SURVEY)).isEqualTo(Consent.SILENT);
  }

  @Test
  void theLatestWordCountsHoweverOftenAnOlderOneIsRepeated() {
    consents.stop(DUPONT, Set.of(Purpose.SERVICE), FIRST);
    consents.start(DUPONT, LATER);
    consents.stop(DUPONT, Set.of(Purpose.SERVICE), FIRST);
    assertThat(consents.of(DUPONT, Purpose.SERVICE)).isEqualTo(Consent.SILENT);
  }

  @Test
  void anAgreementIsSuspendedByStopAndComesBackWithStart() {
    consents.agree(DUPONT, Purpose.MARKETING, FIRST, "twilio:SM1");
    assertThat(consents.of(DUPONT, Purpose.MARKETING)).isEqualTo(Consent.GIVEN);
    consents.stop(DUPONT, Set.of(Purpose.MARKETING), LATER);
    assertThat(consents.of(DUPONT, Purpose.MARKETING)).isEqualTo(Consent.STOPPED);
    consents.start(DUPONT, LATER.plusSeconds(60));
    assertThat(consents.of(DUPONT, Purpose.MARKETING)).isEqualTo(Consent.GIVEN);
  }
}
