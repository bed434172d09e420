package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static final LocalDateTime SUNDAY = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final Dates DATES = Dates.french();

  @Test
  void aHypothesisShowsWhereItWasSaid() {
    String text = "Bonsoir, plutôt Mardi matin svp, le tableau est au 12 rue du Lac";
    Hypothesis best = DATES.read(text, SUNDAY).hypotheses().getFirst();
    List<String> said = best.spans().stream().map(span -> span.in(text)).toList();
    assertThat(said).containsExactly("Mardi", "matin");
  }

  @Test
  void aTypingErrorLowersTheConfidenceAndIsTold() {
    Hypothesis best = DATES.read("vendrredi", SUNDAY).hypotheses().getFirst();
    assertThat(best.confidence()).isLessThan(1);
    assertThat(best.reason()).contains("vendrredi");
  }

  @Test
  void whatFrenchLeavesOpenGivesTwoHypotheses() {
    Reading reading = DATES.read("mardi prochain", SUNDAY);
    assertThat(reading.hypotheses())
        .extracting(hypothesis -> hypothesis.when().notation())
        .containsExactly("+2026-11-24", "+2026-12-01");
  }

  @Test
  void aDayThatDoesNotFitItsDateIsAskedWithBothDays() {
    When when = DATES.read("mardi 26 novembre", SUNDAY).best();
    assertThat(when.mustAsk()).isTrue();
    assertThat(when.questions().getFirst().either())
        .extracting(Wish::toString)
        .containsExactly("2026-11-26", "2026-11-24");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28T01:30, dans 2 heures, +2027-03-28T04:30",
    "2026-10-25T01:30, dans 2 heures, +2026-10-25T02:30",
    "2027-03-28T10:00, dans 24h, +2027-03-29",
    "2026-12-31T23:50, demain, +2027-01-01",
    "2026-12-31T09:00, le 1er, +2027-01-01",
    "2027-12-30T09:00, lundi, +2028-01-03",
    "2028-02-28T09:00, demain, +2028-02-29",
    "2027-02-27T09:00, dans 2 jours, +2027-03-01",
    "2027-01-31T09:00, le 31, +2027-01-31",
    "2027-01-31T09:00, dans un mois, +2027-02-28"
  })
  void clockChangesYearEndsAndLeapDaysAreRight(LocalDateTime now, String text, String meaning) {
    assertThat(DATES.read(text, now).best()).hasToString(meaning);
  }

  @Test
  void wordsOfTimeThatNobodyUnderstoodMakeItUnsure() {
    Reading reading = DATES.read("jeudi 26 trimestre avant tout", SUNDAY);
    assertThat(reading.isSure()).isFalse();
    assertThat(reading.hypotheses().getFirst().reason()).contains("left over");
  }

  @Test
  void aQuestionIsNeverSure() {
    assertThat(DATES.read("le 31 novembre", SUNDAY).isSure()).isFalse();
  }

  @Test
  void anEmptyOrEndlessTextSaysNothing() {
    assertThat(DATES.read("", SUNDAY).isEmpty()).isTrue();
    assertThat(DATES.read("x".repeat(100_000), SUNDAY).best()).isEqualTo(When.NONE);
  }
}
