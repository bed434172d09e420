package fr.duret.permanence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FarTownsTest {

  private final FarTowns towns = FarTowns.load();

  @ParameterizedTest
  @CsvSource({
    "jhabite a lyon 3eme,Lyon",
    "GENEVE,Genève",
    "st etienne svp,Saint-Étienne",
    "je suis à Paris !,Paris"
  })
  void aTownIsFoundHoweverItIsWritten(String text, String town) {
    assertThat(towns.named(text)).contains(town);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21 avenue de Genève", "rue de lyon", "Annecy", "les parisiens", ""})
  void aStreetThatBearsItsNameIsNotTheTown(String text) {
    assertThat(towns.named(text)).isEmpty();
  }

  @Test
  void noTownOfTheTableIsFar() {
    assertThat(Communes.load().all())
        .filteredOn(commune -> commune.department().equals("74"))
        .noneMatch(commune -> towns.named(commune.name()).isPresent());
  }
}
