package fr.duret.permanence.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"é", "è", "à", "ù", "ì", "ò", "Ç", "É", "Ä", "ñ", "€", "[", "Δ", "@", "\n"})
  void theseAreInTheGsmAlphabet(String letter) {
    assertThat(Sms.encoding(letter)).isEqualTo(Sms.Encoding.GSM_7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ç", "ê", "â", "î", "ô", "û", "ë", "ï", "œ", "À", "È", "Ê", "°", "’", "«", "»", "…", "–",
        "\u00a0", "\u202f", "\t", "😀", "Я", "`"
      })
  void theseForceSixteenBits(String letter) {
    assertThat(Sms.encoding(letter)).isEqualTo(Sms.Encoding.UCS_2);
  }

  @Test
  void theExtensionTableCostsTwoSeptets() {
    assertThat(Sms.length("€[]{}~|^\\")).isEqualTo(18);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
  void segmentsInSevenBits(int length, int segments) {
    assertThat(Sms.segments("é".repeat(length))).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"70,1", "71,2", "134,2", "135,3"})
  void segmentsInSixteenBits(int length, int segments) {
    assertThat(Sms.segments("ê".repeat(length))).isEqualTo(segments);
  }

  @Test
  void aPairIsNotCutBetweenTwoSegments() {
    // 152 + 2 do not fit into 153: the pair begins the second segment.
    assertThat(Sms.segments("x".repeat(152) + "€" + "x".repeat(152))).isEqualTo(3);
    assertThat(Sms.segments("x".repeat(151) + "€" + "x".repeat(153))).isEqualTo(2);
    assertThat(Sms.segments("ê".repeat(66) + "😀" + "ê".repeat(66))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "Gaëtan,Gaetan",
    "Thônes,Thones",
    "août,aout",
    "ça,ca",
    "l’œuf,l'oeuf",
    "Cœur,Coeur",
    "« oui »,\"oui\"",
    "attendez…,attendez...",
    "8h\u00a0–\u202f10h,8h - 10h",
    "À bientôt,A bientot",
    "n°3,no3",
    "'ok 👍🏽','ok '",
    "e\u0301lan,élan",
    "Élan,Élan",
    "²,2"
  })
  void whatIsOutsideIsSpeltInside(String written, String sent) {
    assertThat(Sms.transliterate(written)).isEqualTo(sent);
  }

  @Test
  void lettersOfOtherScriptsAreKept() {
    assertThat(Sms.transliterate("Да")).isEqualTo("Да");
  }

  @Test
  void aShortMessageKeepsItsAccentsAndALongOneLosesThem() {
    assertThat(Sms.fit("Merci Gaëtan")).isEqualTo("Merci Gaëtan");
    assertThat(Sms.fit("Merci Gaëtan " + "x".repeat(70))).startsWith("Merci Gaetan x");
  }
}
