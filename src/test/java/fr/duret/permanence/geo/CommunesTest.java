package fr.duret.permanence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesTest {

  private final Communes communes = Communes.load();

  @ParameterizedTest
  @CsvSource({
    "seynod,Seynod",
    "ANNECY LE VIEUX,Annecy-le-Vieux",
    "thones,Thônes",
    "st jorioz,Saint-Jorioz",
    "la balme de sillingy,La Balme-de-Sillingy",
    "Chambery,Chambéry"
  })
  void aCommuneIsFoundHoweverItIsWritten(String written, String official) {
    assertThat(communes.named(written)).map(Commune::name).contains(official);
  }

  @Test
  void aPostcodeGivesItsLargestCommuneFirst() {
    assertThat(communes.withPostcode("74600").getFirst().name()).isEqualTo("Annecy");
    assertThat(communes.withPostcode("99999")).isEmpty();
  }

  @Test
  void theCommuneIsTheDefaultGeocodersPrecision() {
    Geocoder geocoder = new CommuneGeocoder(communes);
    assertThat(geocoder.find("12 rue de la Mairie", "74000", "Annecy"))
        .hasValueSatisfying(found -> assertThat(found.precise()).isFalse());
    assertThat(geocoder.find("", "", "Atlantis")).isEmpty();
  }
}
