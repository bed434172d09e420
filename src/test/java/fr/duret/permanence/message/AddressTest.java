package fr.duret.permanence.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06 12 34 56 78",
        "0612345678",
        "06.12.34.56.78",
        "+33612345678",
        "0033 6 12 34 56 78"
      })
  void oneNumberHasOneForm(String written) {
    assertThat(Address.phone(written)).map(Address::key).contains("tel:+33612345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"38080", "IMPOTS", "", "+", "n'importe quoi"})
  void whatCannotBeAnsweredIsASender(String written) {
    assertThat(Address.sender(written).answerable()).isFalse();
  }

  @Test
  void aKeyIsReadBack() {
    assertThat(Address.ofKey(Address.mailbox("P.Dupont@Gmail.com").key()))
        .isEqualTo(Address.mailbox("p.dupont@gmail.com"));
    assertThatThrownBy(() -> Address.ofKey("ailleurs"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberIsWrittenAsPeopleHereWriteIt() {
    assertThat(Address.sender("+33612345678").written()).isEqualTo("06 12 34 56 78");
    assertThat(Address.sender("0041 79 123 45 67").written()).isEqualTo("+41 79 123 45 67");
    assertThat(Address.sender("AMELI").written()).isEqualTo("AMELI");
    assertThat(Address.mailbox("p.dupont@gmail.com").written()).isEqualTo("p.dupont@gmail.com");
  }
}
