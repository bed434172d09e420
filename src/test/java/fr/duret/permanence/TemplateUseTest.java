package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateUseTest {

  @Test
  void everyTemplateShippedIsSaidSomewhere() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.open(null, null)) {
      assertThat(rehearsal.unusedTemplates()).isEmpty();
    }
  }

  @Test
  void aTemplateThatNobodySaysIsTold(@TempDir Path folder) throws IOException {
    copy(Path.of("message-templates"), folder);
    Files.writeString(
        folder.resolve("rdv/oublie.sms.mustache"),
        "---\npurpose: service\nneeds: unknown\n---\nBonjour.\n");
    try (Rehearsal rehearsal = Rehearsal.open(null, folder)) {
      assertThat(rehearsal.unusedTemplates())
          .containsExactly("rdv/oublie.sms.mustache: no flow and no code uses it");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
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
  }
}
