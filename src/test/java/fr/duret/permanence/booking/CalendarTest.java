package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StoreExtension.class)
class CalendarTest {

  private Agency agency;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-25", "2027-01-01", "2027-03-29", "2026-11-28", "2026-11-29"})
  void nothing_is_offered_on_holidays_and_at_weekends(LocalDate day) {
    agency.at(day.minusDays(5) + "T09:00");

    assertThat(agency.booking.offer("o", request("C-1", only(day, day))))
        .isEqualTo(new Offer.NothingFits());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00, 2026-03-30",
    "2026-10-24T12:00, 2026-10-26",
    "2026-12-31T12:00, 2027-01-04"
  })
  void a_window_keeps_its_hours_over_a_change_of_time_or_year(String now, LocalDate day) {
    agency.at(now);
    Visit visit = agency.book("C-1", only(day, day));

    assertThat(visit.slot().day()).isEqualTo(day);
    assertThat(visit.slot().from())
        .isIn(LocalTime.of(8, 0), LocalTime.of(10, 0), LocalTime.of(14, 0), LocalTime.of(16, 0));
    agency.at(day + "T" + visit.slot().from().minusMinutes(1));
    assertThat(agency.booking.cancel("x", visit.id())).isInstanceOf(Cancellation.Cancelled.class);
  }

  @Test
  void a_hold_lasts_twenty_minutes_through_the_hour_that_does_not_exist() {
    agency.at("2026-03-29T01:50");
    Offer.Offered offered = agency.offer("o", request("C-1", Wish.any()));

    agency.at("2026-03-29T03:09");
    assertThat(agency.instant()).isBefore(offered.expires());
    agency.at("2026-03-29T03:10");
    assertThat(agency.instant()).isEqualTo(offered.expires());
  }

  @Test
  void windows_of_today_need_two_hours_notice() {
    agency.at("2026-11-23T08:30");
    LocalDate today = LocalDate.of(2026, 11, 23);

    Offer.Offered offered = agency.offer("o", request("C-1", only(today, today)));

    assertThat(offered.slots())
        .extracting(OfferedSlot::slot)
        .allMatch(slot -> !slot.from().isBefore(LocalTime.of(10, 30)));
  }
}
