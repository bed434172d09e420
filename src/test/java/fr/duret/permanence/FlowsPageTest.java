package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on flows, against the flows that are shipped.
class FlowsPageTest {

  private static final Pattern NAMED =
      Pattern.compile("(?m)(?:\\{do|^ {4,}(?:do|accept)): ([a-z][a-z-]*)");

  private static final Pattern BLOCK = Pattern.compile("(?s) {3}```(?:yaml)?\n(.*?) {3}```");

  @TempDir private Path folder;

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

  @Test
  void theExampleOfAStepMoreIsGoodWhenItIsFollowedWordForWord() throws IOException {
    String example =
        Files.readString(Path.of("docs/flows.md")).split("\\*\\*Adding a step\\*\\*", 2)[1];
    List<String> blocks =
        BLOCK
            .matcher(example)
            .results()
            .map(block -> block.group(1).replaceAll("(?m)^ {3}", ""))
            .toList();
    Path flows = copy("voice-flows");
    Path templates = copy("message-templates");
    Files.writeString(templates.resolve("rdv/acces.sms.mustache"), blocks.get(0));
    Path booking = flows.resolve("rendez-vous.yaml");
    String step = "  jour-date:\n";
    String before = Files.readString(booking);
    String after =
        before
            .replace("ready: creneaux", "ready: acces")
            .replaceFirst(step, Matcher.quoteReplacement(blocks.get(1) + step));
    assertThat(after).contains("ready: acces").contains("ask: rdv/acces");
    Files.writeString(booking, after);

    try (Rehearsal rehearsal = Rehearsal.open(flows, templates)) {
      assertThat(rehearsal.flows().flow("rendez-vous").orElseThrow().steps()).containsKey("acces");
      assertThat(rehearsal.templates().errors()).isEmpty();
    }
  }

  private Path copy(String name) throws IOException {
    Path from = Path.of(name);
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return to;
  }
}
