package fr.duret.permanence.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;

/// Values as in the demonstration's company, with every commune of the table.
final class TestSamples {

  private TestSamples() {}

  static Samples all() throws IOException {
    List<String> communes =
        Files.readAllLines(Path.of("src/main/resources/geo/communes.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1)[1])
            .toList();
    return new Samples(
        "Duret Électricité",
        "Claire",
        "09 72 67 50 74",
        List.of("M. Dupont", "Mme Montgolfier-Desvignes"),
        List.of("Gaëtan", "Nadia", "Marc", "Lucie"),
        communes,
        List.of(
            "entretien", "dépannage", "petits travaux", "visite spécialisée", "devis sur place"),
        List.of(
            new Samples.Window(LocalTime.of(8, 0), LocalTime.of(10, 0)),
            new Samples.Window(LocalTime.of(10, 0), LocalTime.of(12, 0)),
            new Samples.Window(LocalTime.of(14, 0), LocalTime.of(16, 0))));
  }
}
