package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about time beside a wish, and how strange a message may be.
class RemarksTest {

  private static final LocalDateTime SUNDAY = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final Dates DATES = Dates.french();

  @ParameterizedTest
  @CsvSource({
    "'mardi c''est la rentrée, plutôt jeudi', +2026-11-26",
    "'demain c''est mon anniversaire, venez mercredi', +2026-11-25",
    "'mardi c''est parfait', +2026-11-24",
    "'mardi c''est le mieux, sinon jeudi', +2026-11-24 +2026-11-26"
  })
  void whatADayIsIsNoWishBesideOne(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best().notation()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "'on ouvre le 8, passez la veille svp', +2026-12-07",
    "'lundi c''est le 30, mettez-moi le lendemain', +2026-12-01",
    "mercredi ou le lendemain, +2026-11-25 +2026-11-26",
    "le jour d'après noël, +2026-12-26"
  })
  void aDayLookedBackToIsNotWanted(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best().notation()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "'lundi fermé, mardi après 10h', +2026-11-24T10:00/ -MON",
    "'L''école est fermée du 13 au 28, c''est l''idéal', +2026-12-13..2026-12-28"
  })
  void aClosedDayIsExcludedOnlyBesideAWishAndNeverSure(String text, String meaning) {
    Reading reading = DATES.read(text, SUNDAY);
    assertThat(reading.best().notation()).isEqualTo(meaning);
    assertThat(reading.isSure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'pas mardi, pas mercredi', -TUE -WED",
    "'jamais le mercredi, et jamais le lundi matin', -MONT08:00/12:00 -WED",
    "mercredi ou jamais, +2026-11-25",
    "'je dors pas : samedi', +2026-11-28",
    "je bosse de nuit donc l'après-midi, +*T14:00/18:00"
  })
  void aDenialEndsWhereSomethingElseBegins(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best().notation()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "'je travaille la nuit, venez l''après-midi', +*T14:00/18:00",
    "'le 5 si vous bossez le week-end, sinon le 7', +2026-12-05 +2026-12-07",
    "'suite à votre message de 14h, ok pour mardi', +2026-11-24",
    "la borne posée en juin 2019, none"
  })
  void nightsConditionsMessagesAndYearsGoneAreNoWishes(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best().notation()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "ce soir après 18h30, +2026-11-22T18:30/",
    "'mercredi soir, disons 18h45', +2026-11-25T18:45",
    "lundi 8-10, +2026-11-23T08:00/10:00",
    "'les mercredis 2, 9 et 16', +2026-12-02 +2026-12-09 +2026-12-16",
    "aujourd'hui ou demain dernier délai, +2026-11-22 +2026-11-23"
  })
  void hoursAndListsAreReadAsTheyAreMeant(String text, String meaning) {
    assertThat(DATES.read(text, SUNDAY).best().notation()).isEqualTo(meaning);
  }

  @Test
  void aDateJustBeforeTheNewYearHasGone() {
    LocalDateTime january = LocalDateTime.of(2027, 1, 5, 9, 0);
    assertThat(DATES.read("le 28 décembre", january).best().notation())
        .isEqualTo("!past:2026-12-28");
    assertThat(DATES.read("le 28 décembre prochain", january).best().notation())
        .isEqualTo("+2027-12-28");
  }

  @Test
  void aStoryAroundADayMakesItUnsureAndWordsOfTheTradeDoNot() {
    String story = "mon cousin Roger cultivait des tulipes jaunes mardi";
    assertThat(DATES.read(story, SUNDAY).isSure()).isFalse();
    String wish = "bonjour, je voudrais un rdv mardi pour le tableau électrique de la cuisine";
    assertThat(DATES.read(wish, SUNDAY).isSure()).isTrue();
  }
}
