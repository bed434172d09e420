package fr.duret.permanence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "2024,2024-03-31",
    "2025,2025-04-20",
    "2026,2026-04-05",
    "2027,2027-03-28",
    "2038,2038-04-25"
  })
  void easterIsWhereTheAlmanacSays(int year, LocalDate sunday) {
    assertThat(Holidays.easter(year)).isEqualTo(sunday);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-06", "2026-05-14", "2026-05-25", "2026-11-11", "2026-12-25"})
  void publicHolidaysOf2026AreKnown(LocalDate day) {
    assertThat(Holidays.isHoliday(day)).isTrue();
  }

  @Test
  void everyYearHasElevenPublicHolidaysUnlessTwoFallTogether() {
    for (int year = 2020; year < 2060; year++) {
      long count =
          LocalDate.of(year, 1, 1)
              .datesUntil(LocalDate.of(year, 1, 1).plusDays(Year.of(year).length()))
              .filter(Holidays::isHoliday)
              .count();
      assertThat(count).as("holidays of %d", year).isBetween(10L, 11L);
    }
  }

  @Test
  void theWorkingDayBeforeALongWeekendIsFound() {
    assertThat(Holidays.workingDayAtOrBefore(LocalDate.of(2026, 4, 6)))
        .isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(Holidays.nextWorkingDay(LocalDate.of(2026, 4, 3)))
        .isEqualTo(LocalDate.of(2026, 4, 7));
  }
}
