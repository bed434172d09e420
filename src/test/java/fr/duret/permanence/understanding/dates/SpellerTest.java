package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellerTest {

  private static final LocalDateTime SUNDAY = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final Dates DATES = Dates.french();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mari",
        "mais",
        "main",
        "Martin",
        "marin",
        "manche",
        "demande",
        "jeux",
        "merci",
        "vendre",
        "satin",
        "romain",
        "jardin",
        "membre",
        "nombre",
        "lundin",
        "apprendre",
        "mariage",
        "terrain",
        "chemin",
        "semelle",
        "Germain",
        "ensemble",
        "mandat",
        "gardien"
      })
  void ordinaryWordsStayThemselves(String word) {
    assertThat(DATES.read("voila " + word + " ok", SUNDAY).isEmpty()).as(word).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "mecredi, +2026-11-25",
    "mercrredi, +2026-11-25",
    "vendrdi, +2026-11-27",
    "vendrdedi, +2026-11-27",
    "amrdi, +2026-11-24",
    "jeuid, +2026-11-26",
    "diamnche, +2026-11-29",
    "3 decembr, +2026-12-03",
    "3 novemvre 2027, +2027-11-03",
    "demian, +2026-11-23"
  })
  void typingErrorsAreForgiven(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best()).hasToString(meaning);
  }
}
