package fr.duret.permanence.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCheckTest {

  @TempDir Path folder;

  @BeforeEach
  void formats() throws IOException {
    Files.copy(Path.of("message-templates/formats.yaml"), folder.resolve("formats.yaml"));
  }

  @Test
  void everyShippedTextFitsWithTheLongestRealValues() throws IOException {
    Templates shipped = Templates.load(Path.of("message-templates"));
    TemplateCheck.Report report = TemplateCheck.check(shipped, TestSamples.all());
    assertThat(report.errors()).isEmpty();
    assertThat(report.rows())
        .hasSizeGreaterThan(60)
        .allSatisfy(row -> assertThat(row.segments()).isBetween(1, row.allowed()));
    assertThat(report.table()).hasSize(report.rows().size() + 1);
  }

  @Test
  void aLetterOutsideGsmIsShownWithItsLine() throws IOException {
    write("a", "---\npurpose: service\nneeds: unknown\n---\nBonjour,\nêtes-vous là ?\n");
    assertThat(check().errors())
        .containsExactly(
            new TemplateError("a.sms.mustache", 6, "\"ê\" is outside GSM-7: choose another word"));
  }

  @Test
  void theLongestCommuneOfTheTableDecides() throws IOException {
    String body = "x".repeat(290) + "{{commune}}\n";
    write(
        "a", "---\npurpose: service\nneeds: unknown\nvariables: {commune: commune}\n---\n" + body);
    assertThat(check().errors())
        .singleElement()
        .satisfies(error ->
            assertThat(error.toString())
                .startsWith("a.sms.mustache:6: 3 segments at worst, 2 allowed"));
  }

  @Test
  void aMarkAllowsMoreSegments() throws IOException {
    write(
        "a", "---\npurpose: service\nneeds: unknown\nsegments: 3\n---\n" + "x".repeat(400) + "\n");
    assertThat(check().errors()).isEmpty();
    assertThat(check().rows()).extracting(TemplateCheck.Row::segments).containsExactly(3);
  }

  @Test
  void theNoticeCountsUnlessTheTextStandsAlone() throws IOException {
    write(
        "engine/greeting", "---\npurpose: service\nneeds: unknown\n---\n" + "n".repeat(99) + "\n");
    write("a", "---\npurpose: service\nneeds: unknown\n---\n" + "x".repeat(150) + "\n");
    write(
        "b", "---\npurpose: service\nneeds: unknown\nalone: true\n---\n" + "x".repeat(150) + "\n");
    assertThat(check().rows())
        .extracting(TemplateCheck.Row::template, TemplateCheck.Row::length)
        .contains(tuple("a", 250), tuple("b", 150));
  }

  @Test
  void everyMonthIsTried() throws IOException {
    write(
        "a",
        "---\npurpose: service\nneeds: unknown\nvariables: {date: date}\n---\n{{date.long}}\n");
    assertThat(check().rows())
        .extracting(TemplateCheck.Row::text)
        .containsExactly("vendredi 1er septembre");
  }

  private TemplateCheck.Report check() throws IOException {
    return TemplateCheck.check(Templates.load(folder), TestSamples.all());
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name + ".sms.mustache");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
