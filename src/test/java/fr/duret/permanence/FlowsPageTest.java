package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page on flows, against the flows that are shipped.
class FlowsPageTest {

  private static final Pattern NAMED =
      Pattern.compile("(?m)(?:\\{do|^ {4,}(?:do|accept)): ([a-z][a-z-]*)");

  @Test
  void thePageNamesEveryActionAndRecogniserThatTheFlowsUse() throws IOException {
    String page = Files.readString(Path.of("docs/flows.md"));
    List<String> used = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("voice-flows"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add("| `" + found.group(1) + "` |"));
      }
    }
    assertThat(used).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(page).contains(name));
  }
}
