package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FileWatchTest {

  @Test
  void aFlowThatIsWrongIsToldWhenItIsSavedAndNotWhenSomebodyWrites(@TempDir Path folder)
      throws IOException {
    Path flows = copyOf(Path.of("voice-flows"), folder.resolve("flows"));
    var settings =
        SettingsReader.demo(
            0,
            "embedded:" + folder.resolve("data"),
            Map.of("PERMANENCE_FLOWS", flows.toString()),
            Path.of("."));
    LocalDateTime start = LocalDateTime.parse("2026-11-22T18:30");
    try (Application demo = Application.demo(settings, start, true)) {
      String before = demo.core().flows().current().hash();
      assertThat(demo.core().flows().problems()).isEmpty();

      Files.writeString(flows.resolve("zz.yaml"), "flow: x\n  bad: [\n");
      Eventually.until(() -> !demo.core().flows().problems().isEmpty());
      assertThat(demo.core().flows().problems()).singleElement().asString().startsWith("zz.yaml:2");
      assertThat(demo.core().flows().current().hash()).isEqualTo(before);

      Files.delete(flows.resolve("zz.yaml"));
      Eventually.until(() -> demo.core().flows().problems().isEmpty());
    }
  }

  @Test
  void aTemplateThatIsWrongIsToldAndSoIsThatItIsRightAgain(@TempDir Path folder)
      throws IOException {
    Path templates = copyOf(Path.of("message-templates"), folder.resolve("templates"));
    var settings =
        SettingsReader.demo(
            0,
            "embedded:" + folder.resolve("data"),
            Map.of("PERMANENCE_TEMPLATES", templates.toString()),
            Path.of("."));
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(FileWatch.class);
    log.addAppender(lines);
    log.setLevel(Level.INFO);
    lines.start();
    Path text = templates.resolve("rdv/motif.sms.mustache");
    String good = Files.readString(text);
    try (Application _ =
        Application.demo(settings, LocalDateTime.parse("2026-11-22T18:30"), true)) {
      Files.writeString(text, good + "{{nonsense}}\n");
      Eventually.until(() -> told(lines).anyMatch(line -> line.contains("rdv/motif")));
      Files.writeString(text, good);
      Eventually.until(() -> told(lines).anyMatch("templates are in force"::equals));
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }
  }

  private static Stream<String> told(ListAppender<ILoggingEvent> lines) {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage);
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
