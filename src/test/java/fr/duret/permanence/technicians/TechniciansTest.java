package fr.duret.permanence.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class TechniciansTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

  private Technicians technicians;

  @BeforeEach
  void open(Store store) throws IOException {
    technicians = new Technicians(company(), store);
  }

  private static Company company() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TechniciansTest.class.getResourceAsStream("/demo/company.yaml"))) {
      return CompanyFile.read(
          "company.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void an_ordinary_day_has_two_half_days() {
    FreeTime free = free("gaetan", TUESDAY);

    assertThat(free.halfDays()).containsExactly(hours(8, 12), hours(14, 18));
    assertThat(free.taken()).isEmpty();
  }

  @Test
  void the_meeting_of_wednesday_takes_its_hour_at_the_agency() {
    assertThat(free("gaetan", WEDNESDAY).taken())
        .containsExactly(new FreeTime.Taken(hours(8, 9), true));
  }

  @Test
  void nobody_works_on_holidays_and_at_weekends() {
    assertThat(free("gaetan", LocalDate.of(2026, 11, 11)).halfDays()).isEmpty();
    assertThat(free("gaetan", LocalDate.of(2026, 11, 28)).halfDays()).isEmpty();
  }

  @Test
  void a_job_takes_its_half_day_and_leaves_the_other() {
    block("b", TUESDAY.atTime(8, 0), TUESDAY.atTime(12, 0));

    assertThat(free("gaetan", TUESDAY).halfDays()).containsExactly(hours(14, 18));
    assertThat(free("nadia", TUESDAY).halfDays()).hasSize(2);
  }

  @Test
  void an_absence_of_several_days_takes_all_of_them_whole() {
    block("b", TUESDAY.minusDays(1).atTime(14, 0), TUESDAY.plusDays(2).atTime(9, 30));

    assertThat(free("gaetan", TUESDAY).halfDays()).isEmpty();
    assertThat(free("gaetan", WEDNESDAY).halfDays()).isEmpty();
    FreeTime last = free("gaetan", TUESDAY.plusDays(2));
    assertThat(last.halfDays()).hasSize(2);
    assertThat(last.taken())
        .containsExactly(
            new FreeTime.Taken(new Hours(LocalTime.of(8, 0), LocalTime.of(9, 30)), false));
  }

  @Test
  void parts_that_overlap_are_one() {
    block("b1", WEDNESDAY.atTime(8, 30), WEDNESDAY.atTime(10, 0));
    block("b2", WEDNESDAY.atTime(9, 0), WEDNESDAY.atTime(9, 30));

    assertThat(free("gaetan", WEDNESDAY).taken())
        .containsExactly(new FreeTime.Taken(hours(8, 10), false));
  }

  @Test
  void a_block_told_twice_is_one_and_can_be_lifted() {
    block("b", TUESDAY.atTime(8, 0), TUESDAY.atTime(12, 0));
    block("b", TUESDAY.atTime(8, 0), TUESDAY.atTime(18, 0));
    assertThat(technicians.blocks(TUESDAY, TUESDAY)).hasSize(1);
    assertThat(technicians.blocks(WEDNESDAY, WEDNESDAY)).isEmpty();

    technicians.unblock("b");

    assertThat(free("gaetan", TUESDAY).halfDays()).hasSize(2);
  }

  private void block(String id, LocalDateTime from, LocalDateTime to) {
    technicians.block(new Block(id, "gaetan", Block.Kind.ABSENCE, from, to, "congé"));
  }

  private FreeTime free(String technician, LocalDate day) {
    return technicians.free(day, day).stream()
        .filter(one -> one.technician().equals(technician))
        .findFirst()
        .orElseThrow();
  }

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
