package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What saved files change while the service runs, and what spoilt files leave as it was.
class FileWatchTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-11-22T18:30");
  private static final Address STRANGER = Address.phone("06 39 98 70 01").orElseThrow();

  @TempDir private Path folder;
  private Path flows;
  private Path templates;

  @BeforeEach
  void copies() throws IOException {
    flows = copyOf(Path.of("voice-flows"), folder.resolve("flows"));
    templates = copyOf(Path.of("message-templates"), folder.resolve("templates"));
  }

  @Test
  void aFlowThatIsWrongIsToldWhenItIsSavedAndNotWhenSomebodyWrites() throws IOException {
    try (Application demo = Application.demo(settings(), START, true)) {
      String before = demo.core().flows().current().hash();
      assertThat(demo.core().problemsOfFiles()).isEmpty();

      Files.writeString(flows.resolve("zz.yaml"), "flow: x\n  bad: [\n");
      assertThat(problems(demo)).singleElement().asString().startsWith("zz.yaml:2");
      assertThat(demo.core().flows().current().hash()).isEqualTo(before);
      assertThat(get(demo, "/simulateur/api/files")).contains("zz.yaml:2");
      assertThat(get(demo, "/metrics")).contains("permanence_dialogue_errors 1.0");
      assertThat(get(demo, "/health/ready"))
          .contains("1 errors in the saved flows", "\"ready\":true")
          .doesNotContain("zz.yaml");

      Files.delete(flows.resolve("zz.yaml"));
      mended(demo);
      assertThat(get(demo, "/simulateur/api/files")).isEqualTo("{\"errors\":[]}");
      assertThat(get(demo, "/metrics")).contains("permanence_dialogue_errors 0.0");
    }
  }

  @Test
  void savedFilesAreInForceForTheNextConversation() throws IOException {
    try (DemoRig rig = rig()) {
      Path text = templates.resolve("rdv/nom.sms.mustache");
      Files.writeString(
          text,
          Files.readString(text)
              .replaceFirst("(?s)\\n---\\n.*", "\n---\nComment vous appeler ?\n"));
      change(flows.resolve("rendez-vous.yaml"), "ask: rdv/motif", "ask: rdv/motif # changed");
      String before = rig.core().flows().current().hash();
      Eventually.until(() -> !rig.core().flows().current().hash().equals(before));
      assertThat(rig.core().problemsOfFiles()).isEmpty();
      rig.send(STRANGER, "Bonjour, je voudrais un rendez-vous pour un entretien");
      assertThat(rig.inbox(STRANGER)).anyMatch(said -> said.contains("Comment vous appeler"));
    }
  }

  @Test
  void aTemplateThatIsTakenAwayIsStillSaidInAnEmergency() throws IOException {
    try (DemoRig rig = rig()) {
      Files.delete(templates.resolve("urgence/consignes.sms.mustache"));
      Eventually.until(() -> !rig.core().problemsOfFiles().isEmpty());
      assertThat(rig.core().problemsOfFiles())
          .anyMatch(problem -> problem.contains("'urgence/consignes' is unknown"));
      rig.send(STRANGER, "ca sent le brulé et il y a des etincelles");
      assertThat(rig.inbox(STRANGER)).isNotEmpty().anyMatch(said -> said.contains("112"));
    }
  }

  @Test
  void aTemplateThatAsksForWhatNothingSetsIsNotTakenOver() throws IOException {
    try (DemoRig rig = rig()) {
      change(
          templates.resolve("rdv/nom.sms.mustache"),
          "\n---\n",
          "\nvariables: {technician: technician}\n---\n{{technician}} ");
      Eventually.until(() -> !rig.core().problemsOfFiles().isEmpty());
      assertThat(rig.core().problemsOfFiles())
          .isNotEmpty()
          .allMatch(problem -> problem.contains("uses 'technician', which nothing sets before"));
      rig.send(STRANGER, "Bonjour, je voudrais un rendez-vous pour un entretien");
      assertThat(rig.inbox(STRANGER)).isNotEmpty();
    }
  }

  @Test
  void aTextThatCostsTooMuchIsNotTakenOver() throws IOException {
    try (Application demo = Application.demo(settings(), START, true)) {
      change(templates.resolve("rdv/nom.sms.mustache"), "\n---\n", "\n---\n" + "ç œ ".repeat(100));
      assertThat(problems(demo))
          .isNotEmpty()
          .allMatch(problem -> problem.startsWith("rdv/nom.sms.mustache:"))
          .anyMatch(problem -> problem.contains("segments at worst"));
    }
  }

  @Test
  void aTemplateAndTheFlowThatSaysItAreRenamedTogether() throws IOException {
    try (Application demo = Application.demo(settings(), START, true)) {
      Files.move(
          templates.resolve("rdv/nom.sms.mustache"), templates.resolve("rdv/appel.sms.mustache"));
      assertThat(problems(demo)).allMatch(problem -> problem.contains("'rdv/nom' is unknown"));
      try (Stream<Path> all = Files.list(flows)) {
        for (Path flow : all.filter(Files::isRegularFile).toList()) {
          Files.writeString(
              flow, Files.readString(flow).replaceAll("rdv/nom\\b(?!-)", "rdv/appel"));
        }
      }
      mended(demo);
    }
  }

  @Test
  void aServiceWhoseFilesWereSpoiltStartsWithThoseThatWereLastInForce() throws IOException {
    String before;
    try (Application demo = Application.demo(settings(), START, true)) {
      before = demo.core().flows().current().hash();
    }
    Path flow = flows.resolve("statut.yaml");
    String good = Files.readString(flow);
    Files.writeString(flow, good + "\n  , [\n");
    Files.delete(templates.resolve("urgence/consignes.sms.mustache"));
    try (DemoRig rig = rig()) {
      assertThat(rig.core().problemsOfFiles())
          .anyMatch(problem -> problem.startsWith("statut.yaml:"));
      assertThat(rig.core().flows().current().hash()).isEqualTo(before);
      rig.send(STRANGER, "ca sent le brulé et il y a des etincelles");
      assertThat(rig.inbox(STRANGER)).anyMatch(said -> said.contains("112"));

      Files.writeString(flow, good);
      Files.copy(
          Path.of("message-templates/urgence/consignes.sms.mustache"),
          templates.resolve("urgence/consignes.sms.mustache"));
      Eventually.until(() -> rig.core().problemsOfFiles().isEmpty());
    }
  }

  @Test
  void aServiceThatNeverRanRefusesSpoiltFiles() throws IOException {
    Files.writeString(flows.resolve("zz.yaml"), "flow: x\n  bad: [\n");
    assertThatThrownBy(() -> Application.demo(settings(), START, true))
        .isInstanceOf(InvalidDialogue.class)
        .hasMessageContaining("zz.yaml:2");
  }

  private static String get(Application demo, String path) throws IOException {
    return new String(
        Installation.at(demo.port()).resolve(path).toURL().openStream().readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private Settings settings() {
    return SettingsReader.demo(
        0,
        "embedded:" + folder.resolve("data"),
        Map.of("PERMANENCE_FLOWS", flows.toString(), "PERMANENCE_TEMPLATES", templates.toString()),
        Path.of("."));
  }

  private DemoRig rig() throws IOException {
    return new Demo(settings(), START, true).rig(() -> {});
  }

  private static List<String> problems(Application demo) {
    Eventually.until(() -> !demo.core().problemsOfFiles().isEmpty());
    return demo.core().problemsOfFiles();
  }

  private static void mended(Application demo) {
    Eventually.until(() -> demo.core().problemsOfFiles().isEmpty());
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static Path copyOf(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }
}
