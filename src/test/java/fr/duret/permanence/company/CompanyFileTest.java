package fr.duret.permanence.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.yaml.InvalidYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileTest {

  private final String demo = demo();

  @Test
  void theDemoCompanyIsRead() {
    Company company = CompanyFile.read("company.yaml", demo);
    assertThat(company.technicians()).extracting(TechnicianSpec::firstName).contains("Gaëtan");
    assertThat(company.service("depannage").orElseThrow().duration()).hasMinutes(90);
    assertThat(company.meetings()).singleElement().matches(meeting -> meeting.isFor("gaetan"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00,true",
    "2026-11-23T12:00,false",
    "2026-11-22T10:00,false",
    "2026-12-25T10:00,false",
    "2026-11-23T17:59,true"
  })
  void theOfficeIsOpenOnWorkingDaysOnly(LocalDateTime time, boolean open) {
    assertThat(CompanyFile.read("company.yaml", demo).isOpen(time)).isEqualTo(open);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() {
    String broken =
        demo.replace("Europe/Paris", "Europe/Annecy")
            .replace("minutes: 45", "minutes: bientôt")
            .replace("servedKm", "servdKm")
            .replace("06 39 98 00 13", "néant")
            .replace("priority: {or: 3,", "priority: {orr: -3,")
            .replace("lat: 45.8871", "lat: 945")
            .replace("skill: tableau", "skill: plomberie");
    assertThatThrownBy(() -> CompanyFile.read("company.yaml", broken))
        .isInstanceOfSatisfying(
            InvalidYaml.class,
            invalid ->
                assertThat(invalid.problems())
                    .anyMatch(line -> line.contains("company.yaml:3: 'Europe/Annecy' is not"))
                    .anyMatch(line -> line.contains("'bientôt' is no whole number"))
                    .anyMatch(line -> line.contains("company.yaml:5: 'servdKm' is unknown"))
                    .anyMatch(line -> line.contains("'servedKm' is missing"))
                    .anyMatch(line -> line.contains("'néant' is not a telephone number"))
                    .anyMatch(line -> line.contains("'orr' is unknown"))
                    .anyMatch(line -> line.contains("'-3' is no whole number from 0"))
                    .anyMatch(line -> line.contains("'945' is not degrees from -90 to 90"))
                    .anyMatch(line -> line.contains("no technician has skill 'plomberie'")));
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() {
    assertThatThrownBy(() -> CompanyFile.read("company.yaml", "name: [\nzone"))
        .isInstanceOf(InvalidYaml.class)
        .hasMessageContaining("company.yaml:");
  }

  private static String demo() {
    try (InputStream in =
        Objects.requireNonNull(CompanyFileTest.class.getResourceAsStream("/demo/company.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
