package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "+*",
        "+2026-11-24T08:00/12:00",
        "-THU",
        "+*T10:00/",
        "+*T/10:00",
        "+2026-12-03 +2026-12-04",
        "!weekday-mismatch:2026-11-26",
        "!no-such-date",
        "+2026-11-23..2026-11-29 -THUT08:00/12:00 -TUE",
        "+2026-12-02..",
        "+..2026-12-01T10:00",
        "~P15D",
        "~PT1H30M"
      })
  void everyItemIsReadAndWrittenAgain(String notation) {
    assertThat(When.parse(notation).notation()).isEqualTo(notation);
  }

  @Test
  void oneMeaningHasOneSpelling() {
    assertThat(When.parse("-THU +2026-12-04 +2026-12-03 +2026-12-04").notation())
        .isEqualTo("+2026-12-03 +2026-12-04 -THU");
    assertThat(When.parse("~P2W").notation()).isEqualTo("~P14D");
    assertThat(When.parse("+* -THU").notation()).isEqualTo("-THU");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "2026-11-24",
        "+2026-13-01",
        "!what",
        "~15",
        "+TUE T10",
        "+2026-11-25..2026-11-24"
      })
  void whatIsNoNotationIsRefused(String notation) {
    assertThatThrownBy(() -> When.parse(notation)).isInstanceOf(IllegalArgumentException.class);
  }
}
