package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WhenTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

  private static boolean matches(String notation, LocalDate day, int from, int to) {
    return When.parse(notation).matches(day, LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  @Test
  void aWindowMatchesTheDayAndThePartOfTheDayWanted() {
    assertThat(matches("+2026-11-24T08:00/12:00", TUESDAY, 8, 10)).isTrue();
    assertThat(matches("+2026-11-24T08:00/12:00", TUESDAY, 14, 16)).isFalse();
    assertThat(matches("+2026-11-24T08:00/12:00", THURSDAY, 8, 10)).isFalse();
  }

  @Test
  void aMomentMatchesTheWindowThatHoldsIt() {
    assertThat(matches("+*T10:00", TUESDAY, 10, 12)).isTrue();
    assertThat(matches("+*T10:00", TUESDAY, 8, 10)).isFalse();
    assertThat(matches("+*T09:30", TUESDAY, 8, 10)).isTrue();
  }

  @Test
  void anOpenBoundIsStrictAndAStretchIsNot() {
    assertThat(matches("+*T10:00/", TUESDAY, 9, 11)).isFalse();
    assertThat(matches("+*T10:00/", TUESDAY, 10, 12)).isTrue();
    assertThat(matches("+*T/10:00", TUESDAY, 8, 10)).isTrue();
    assertThat(matches("+*T09:00/11:00", TUESDAY, 8, 10)).isTrue();
    assertThat(matches("+*T09:00/11:00", TUESDAY, 14, 16)).isFalse();
  }

  @Test
  void anExclusionLeavesEverythingElse() {
    assertThat(matches("-THU", TUESDAY, 8, 10)).isTrue();
    assertThat(matches("-THU", THURSDAY, 8, 10)).isFalse();
    assertThat(matches("-*T08:00/12:00", THURSDAY, 10, 12)).isFalse();
    assertThat(matches("-*T08:00/12:00", THURSDAY, 14, 16)).isTrue();
    assertThat(When.parse("-THU").isExclusionsOnly()).isTrue();
  }

  @Test
  void theEarliestDayIsTheFirstThatMatches() {
    assertThat(When.parse("+2026-12-02..").earliestDay(TUESDAY))
        .contains(LocalDate.of(2026, 12, 2));
    assertThat(When.parse("-TUE").earliestDay(TUESDAY)).contains(TUESDAY.plusDays(1));
    assertThat(When.parse("+2026-11-20").earliestDay(TUESDAY)).isEmpty();
  }

  @Test
  void anotherPartOfTheDayKeepsTheDayWished() {
    When corrected = When.parse("+*T14:00/18:00").correcting(When.parse("+2026-11-24T08:00/12:00"));
    assertThat(corrected).hasToString("+2026-11-24T14:00/18:00");
    assertThat(When.parse("+*T14:00/18:00").isTimeOnly()).isTrue();
  }

  @Test
  void anotherDayKeepsThePartOfTheDayWished() {
    When corrected = When.parse("+2026-11-26").correcting(When.parse("+2026-11-24T08:00/12:00"));
    assertThat(corrected).hasToString("+2026-11-26T08:00/12:00");
  }

  @Test
  void anotherDayWithAnotherTimeReplacesBoth() {
    When corrected =
        When.parse("+2026-11-26T14:00").correcting(When.parse("+2026-11-24T08:00/12:00"));
    assertThat(corrected).hasToString("+2026-11-26T14:00");
  }

  @Test
  void aFurtherExclusionKeepsWhatWasSaidBefore() {
    When corrected = When.parse("-WED").correcting(When.parse("+2026-11-23..2026-11-29 -THU"));
    assertThat(corrected).hasToString("+2026-11-23..2026-11-29 -THU -WED");
  }

  @Test
  void wantingTheDayThatWasExcludedLiftsTheExclusion() {
    assertThat(When.parse("+2026-11-26").correcting(When.parse("-THU"))).hasToString("+2026-11-26");
  }
}
