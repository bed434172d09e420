package fr.duret.permanence.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowScriptsTest {

  private static final String GOOD =
      """
      essai: Un client répète
      horloge: 2026-11-22T18:30
      personnes: {Mme Favre: 06 12 34 56 79}
      recit:
        - client: un
        - nous: "écho … un"
        - Mme Favre: deux
        - nous: écho de deux
        - silence: client
        - temps: 2 jours
        - nous à client: "Rappel : 2026-11-24T18:30"
        - fait: {messages: 2}
      """;

  @Test
  void aConversationThatGoesAsWrittenHasNoProblem() {
    assertThat(run(GOOD))
        .containsExactly(new FlowScripts.Report("Un client répète", "essai.yaml:1", List.of()));
  }

  @Test
  void aPersonTakesAConversationAndGivesItBack() {
    String script =
        """
        essai: le bureau
        recit:
          - le bureau prend: client
          - nous: une personne
          - le bureau rend: client
          - nous: l'assistant
        """;
    assertThat(run(script)).allMatch(report -> report.problems().isEmpty());
  }

  @Test
  void anotherTextIsToldWithItsLine() {
    assertThat(problems(GOOD.replace("écho de deux", "écho de trois")))
        .containsExactly("essai.yaml:8: we said: écho de\ndeux\n  instead of: écho de trois");
  }

  @Test
  void aMissingTextIsTold() {
    assertThat(problems(GOOD.replace("\"écho … un\"", "[écho de un, encore]")))
        .containsExactly("essai.yaml:6: we said nothing to client instead of: encore");
  }

  @Test
  void aTextTooManyIsTold() {
    assertThat(problems(GOOD.replace("  - nous: écho de deux\n", "")))
        .containsExactly("essai.yaml:9: we also said to Mme Favre: écho de\ndeux");
  }

  @Test
  void anythingMayBeNothingAndTakesTheSpacesAroundIt() {
    assertThat(ScriptRun.matches("… compris … autrement ?", "Pas compris. Dites-le\nautrement ?"))
        .isTrue();
    assertThat(ScriptRun.matches("… compris …", "compris")).isTrue();
    assertThat(ScriptRun.matches("… compris", "compris !")).isFalse();
    assertThat(ScriptRun.matches("a.c", "abc")).isFalse();
  }

  @Test
  void twoNamesOfOneNumberReadOneInbox() {
    assertThat(
            problems(
                GOOD.replace("06 12 34 56 79", "06 12 34 56 78")
                    .replace("silence: client", "silence: Mme Favre")))
        .isEmpty();
  }

  @Test
  void aWrongFactIsTold() {
    assertThat(problems(GOOD.replace("messages: 2", "messages: 3, visites: 1")))
        .containsExactly(
            "essai.yaml:12: messages is 2 instead of 3",
            "essai.yaml:12: visites is unknown instead of 1");
  }

  @Test
  void whatIsNoScriptIsToldBeforeAnythingIsRun() {
    assertThatThrownBy(
            () -> run(GOOD.replace("2 jours", "deux jours").replace("Mme Favre: d", "Favre: d")))
        .isInstanceOf(InvalidYaml.class)
        .hasMessageContaining("essai.yaml:7: 'Favre' is nobody; known are [client, Mme Favre]")
        .hasMessageContaining("essai.yaml:10: 'deux jours' is no time like '2 jours'");
  }

  @Test
  void severalScriptsMayShareAFile() {
    String list = "- " + GOOD.indent(2).strip() + "\n- essai: rien\n  recit: []\n";
    assertThat(run(list))
        .extracting(FlowScripts.Report::script)
        .containsExactly("Un client répète", "rien");
  }

  @Test
  void theExampleOfTheDocumentationIsAScript() throws IOException {
    String page = Files.readString(Path.of("docs/flows.md"));
    String example = page.substring(page.lastIndexOf("```yaml") + "```yaml\n".length());
    assertThat(run(example.substring(0, example.indexOf("```"))))
        .singleElement()
        .satisfies(report -> assertThat(report.problems()).isNotEmpty());
  }

  private static List<String> problems(String script) {
    return run(script).getFirst().problems();
  }

  private static List<FlowScripts.Report> run(String script) {
    return FlowScripts.run(Map.of("essai.yaml", script), Echo::new, report -> {});
  }

  /// Answers everything at once, and reminds the first speaker when time passes.
  private static final class Echo implements Rig {

    private final Map<Address, List<String>> inboxes = new HashMap<>();
    private final List<Address> speakers = new ArrayList<>();
    private LocalDateTime now;

    Echo(LocalDateTime now) {
      this.now = now;
    }

    @Override
    public void send(Address from, String text) {
      speakers.add(from);
      inboxes.computeIfAbsent(from, nobody -> new ArrayList<>()).add("écho de\n" + text);
    }

    @Override
    public void own(Address address, boolean person) {
      inbox(address).add(person ? "une personne" : "l'assistant");
    }

    @Override
    public void advance(Duration time) {
      now = now.plus(time);
      inbox(speakers.getFirst()).add("Rappel : " + now);
    }

    @Override
    public List<String> inbox(Address to) {
      return inboxes.computeIfAbsent(to, nobody -> new ArrayList<>());
    }

    @Override
    public Optional<String> fact(String name) {
      return name.equals("messages")
          ? Optional.of(String.valueOf(speakers.size()))
          : Optional.empty();
    }

    @Override
    public void close() {
      speakers.clear();
    }
  }
}
