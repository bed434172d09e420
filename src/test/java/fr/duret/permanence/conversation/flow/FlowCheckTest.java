package fr.duret.permanence.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowCheckTest {

  private static final String GOOD =
      """
      flow: rdv
      entry: {book: motif, human: motif, other: motif}
      starts: [rappel]
      variables: [visit]
      steps:
        motif:
          ask: rdv/motif
          choices:
            - {key: 1, words: [entretien], set: {kind: maintenance}, next: creneaux}
            - {key: 2, words: [panne], set: {kind: repair}, next: creneaux}
        creneaux: {do: offer-slots, with: {count: 3}, outcomes: {offered: choix, none: fin}}
        choix:
          ask: rdv/creneaux
          accept: slot-choice
          outcomes: {chosen: fin, other-period: creneaux, none-suits: end}
        rappel: {ask: rdv/rappel, accept: yes-no, outcomes: {yes: fin, no: end/refused}}
        fin: {say: rdv/merci, end: booked}
      """;

  @Test
  void aGoodFlowHasNoProblem() {
    FlowCheck.Checked checked = check(GOOD);
    assertThat(checked.problems()).isEmpty();
    assertThat(checked.flows().orElseThrow().step("rdv", "choix")).isPresent();
  }

  @Test
  void whatMayBeSaidAfterTheEndIsCheckedLikeAQuestion() {
    String after = "fin: {say: rdv/merci, end: booked, after: {choices: [{words: [x], next: %s}]}}";
    String fin = "fin: {say: rdv/merci, end: booked}";
    assertThat(problems(GOOD.replace(fin, after.formatted("motif")))).isEmpty();
    assertThat(problems(GOOD.replace(fin, after.formatted("nulle-part"))))
        .containsExactly(
            "rdv.yaml:17: step 'rdv/nulle-part' is unknown;"
                + " known are [choix, creneaux, fin, motif, rappel]");
    assertThat(problems(GOOD.replace(fin, after.formatted("motif").replace("end: booked, ", ""))))
        .contains("rdv.yaml:17: 'after' belongs to 'end'");
  }

  @Test
  void anUnknownStepIsTold() {
    assertThat(problems(GOOD.replace("none: fin", "none: fini")))
        .containsExactly(
            "rdv.yaml:11: step 'rdv/fini' is unknown;"
                + " known are [fin, choix, creneaux, motif, rappel]");
  }

  @Test
  void aKeyThatStandsTwiceIsToldWhereverItDoes() {
    assertThat(problems(GOOD.replace("accept: slot-choice", "accept: slot-choice\n    accept: x")))
        .contains("rdv.yaml:15: 'accept' stands twice");
    assertThat(problems(GOOD.replace("entry: {", "entry: {book: motif, ")))
        .containsExactly("rdv.yaml:2: 'book' stands twice");
    assertThat(problems(GOOD.replace("starts: [rappel]", "starts: [rappel]\nstarts: [rappel]")))
        .containsExactly("rdv.yaml:4: 'starts' stands twice");
    assertThat(problems(GOOD.replace("{key: 1, ", "{key: 1, key: 3, ")))
        .containsExactly("rdv.yaml:9: 'key' stands twice");
  }

  @Test
  void aFileThatEndsInYmlIsReadToo(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("z.yml"), "x: [1");
    assertThat(new FlowFiles(folder).read()).containsOnlyKeys("z.yml");
    assertThat(new FlowFiles(folder).fingerprint()).contains("z.yml");
  }

  @Test
  void anUnknownFlowIsTold() {
    assertThat(problems(GOOD.replace("none: fin", "none: bureau/rappel")))
        .containsExactly("rdv.yaml:11: flow 'bureau' is unknown; known are [rdv]");
  }

  @Test
  void anUnknownActionIsTold() {
    assertThat(problems(GOOD.replace("do: offer-slots", "do: ofer-slots")))
        .contains(
            "rdv.yaml:11: action 'ofer-slots' is unknown;"
                + " known are [offer-slots, open-ticket, release-hold]");
  }

  @Test
  void anUnknownParameterIsTold() {
    assertThat(problems(GOOD.replace("{count: 3}", "{number: 3}")))
        .containsExactly("rdv.yaml:11: action 'offer-slots' has no parameter 'number'");
  }

  @Test
  void anUnknownRecogniserIsTold() {
    assertThat(problems(GOOD.replace("accept: slot-choice", "accept: slot")))
        .contains("rdv.yaml:14: recogniser 'slot' is unknown; known are [slot-choice, yes-no]");
  }

  @Test
  void anUnknownTemplateIsTold() {
    assertThat(problems(GOOD.replace("say: rdv/merci", "say: absent/merci")))
        .containsExactly(
            "rdv.yaml:17: template 'absent/merci' is unknown;"
                + " known are [rdv/merci, rdv/creneaux, rdv/rappel]");
  }

  @Test
  void anUnknownIntentIsTold() {
    assertThat(problems(GOOD.replace("{book: motif", "{boook: motif")))
        .singleElement()
        .asString()
        .startsWith("rdv.yaml:2: intent 'boook' is unknown; known are [book, ");
  }

  @Test
  void aVariableThatNothingSetsIsTold() {
    assertThat(problems(GOOD.replace("ask: rdv/motif", "ask: rdv/creneaux")))
        .containsExactly(
            "rdv.yaml:7: template 'rdv/creneaux' uses 'slots', which nothing sets before");
  }

  @Test
  void aKnownVariableThatNothingSetsIsTold() {
    assertThat(problems(GOOD.replace("ask: rdv/motif", "ask: rdv/motif\n    known: {name: fin}")))
        .containsExactly("rdv.yaml:8: nothing sets 'name' before");
  }

  @Test
  void aMissingOutcomeIsTold() {
    assertThat(problems(GOOD.replace(", none: fin}", "}")))
        .containsExactly("rdv.yaml:11: outcome 'none' of action 'offer-slots' is missing");
  }

  @Test
  void anOutcomeThatNeverHappensIsTold() {
    assertThat(problems(GOOD.replace("none: fin", "none: fin, full: fin")))
        .containsExactly(
            "rdv.yaml:11: action 'offer-slots' has no outcome 'full'; it has [none, offered]");
  }

  @Test
  void twoChoicesOnOneKeyAreTold() {
    assertThat(problems(GOOD.replace("{key: 2", "{key: 1")))
        .containsExactly("rdv.yaml:10: key '1' is also chosen at rdv.yaml:9");
  }

  @Test
  void anUnreachableStepIsTold() {
    assertThat(problems(GOOD + "  seul: {say: rdv/merci, end: done}\n"))
        .containsExactly("rdv.yaml:18: step 'rdv/seul' is unreachable");
  }

  @Test
  void aStepThatLeadsNowhereIsADeadEnd() {
    assertThat(problems(GOOD.replace("{say: rdv/merci, end: booked}", "{say: rdv/merci}")))
        .contains("rdv.yaml:17: step 'rdv/fin' is a dead end: it needs 'goto' or 'end'");
  }

  @Test
  void aQuestionThatTakesNoAnswerIsADeadEnd() {
    assertThat(problems(GOOD.replace("fin: {say: rdv/merci, end: booked}", "fin: {ask: rdv/x}")))
        .contains("rdv.yaml:17: step 'rdv/fin' is a dead end: it needs 'choices' or 'accept'");
  }

  @Test
  void stepsThatOnlyLeadToEachOtherAreADeadEnd() {
    assertThat(
            problems(
                GOOD.replace("end: booked}", "goto: encore}")
                    + "  encore: {ask: rdv/x, accept: yes-no, outcomes: {yes: fin, no: fin}}\n"))
        .contains(
            "rdv.yaml:17: step 'rdv/fin' is a dead end: no way from it comes to an end",
            "rdv.yaml:18: step 'rdv/encore' is a dead end: no way from it comes to an end");
  }

  @Test
  void aLoopThatNeverAsksIsTold() {
    assertThat(problems(GOOD.replace("none: fin", "none: creneaux")))
        .containsExactly("rdv.yaml:11: step 'rdv/creneaux' may loop for ever without a question");
  }

  @Test
  void aStepNamedTwiceIsTold() {
    assertThat(problems(GOOD + "  motif: {say: rdv/merci, end: done}\n"))
        .contains("rdv.yaml:18: step 'motif' stands twice");
  }

  @Test
  void aFlowNamedTwiceIsTold() {
    assertThat(check(Map.of("rdv.yaml", GOOD, "zz.yaml", GOOD)).problems())
        .contains("zz.yaml:1: flow 'rdv' is also at rdv.yaml:1");
  }

  @Test
  void anIntentWithTwoEntriesIsTold() {
    String other =
        """
        flow: autre
        entry: {book: fin}
        steps:
          fin: {say: rdv/merci, end: done}
        """;
    assertThat(check(Map.of("rdv.yaml", GOOD, "zz.yaml", other)).problems())
        .containsExactly("zz.yaml:2: intent 'book' has an entry at rdv.yaml:2");
  }

  @Test
  void theEntriesWithoutWhichTheEngineIsStuckMustBeThere() {
    assertThat(problems(GOOD.replace(", human: motif, other: motif", "")))
        .containsExactly(
            "flows: no flow has an entry for 'human'", "flows: no flow has an entry for 'other'");
  }

  @Test
  void malformedYamlIsToldWithItsLine() {
    assertThat(problems(GOOD + "  fin: [\n"))
        .singleElement()
        .asString()
        .startsWith("rdv.yaml:19: is no YAML");
  }

  @Test
  void aFileOfWrongFormHidesNothingOfTheOthersAndIsBlamedForNothing() {
    String other = "flow: avis\nsteps:\n  a: {say: absent/merci, end: told}\n";
    String leads =
        "flow: suite\nsteps:\n  b: {do: offer-slots, outcomes: {offered: rdv/fin, none: rdv/x}}\n";
    assertThat(
            check(Map.of("a.yaml", other, "b.yaml", leads, "rdv.yaml", GOOD + "  fin: [\n"))
                .problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("rdv.yaml:19: is no YAML"))
        .anyMatch(problem -> problem.startsWith("a.yaml:3: template 'absent/merci' is unknown"));
    String twice = GOOD + "  fin: {say: rdv/merci, end: booked}\n";
    assertThat(check(Map.of("a.yaml", other, "rdv.yaml", twice)).problems())
        .containsExactlyInAnyOrder(
            "rdv.yaml:18: step 'fin' stands twice",
            problems(GOOD.replace("rdv/merci", "absent/merci"))
                .getFirst()
                .replace("rdv.yaml:17", "a.yaml:3"));
  }

  @Test
  void whatIsWrittenOnceAndNamedOftenIsToldOnce() {
    String shared =
        GOOD.replace("{offered: choix, none: fin}", "&ways {offered: choix, none: nowhere}")
            .replace(
                "  rappel: {ask", "  encore: {do: offer-slots, outcomes: *ways}\n  rappel: {ask");
    assertThat(problems(shared)).filteredOn(problem -> problem.contains("rdv/nowhere")).hasSize(1);
  }

  @Test
  void anUnknownKeyIsTold() {
    assertThat(problems(GOOD.replace("    accept: slot-choice", "    acept: slot-choice")))
        .anyMatch(problem -> problem.startsWith("rdv.yaml:14: 'acept' is unknown"));
  }

  @Test
  void aStepIsOnlyOneThing() {
    assertThat(problems(GOOD.replace("fin: {say: rdv/merci", "fin: {say: rdv/merci, do: x")))
        .contains("rdv.yaml:17: step 'fin' must have exactly one of [ask, do, say]");
  }

  @Test
  void theExampleOfTheDocumentationIsGood() throws IOException {
    String page = Files.readString(Path.of("docs/flows.md"));
    String example = page.substring(page.indexOf("```yaml") + "```yaml\n".length());
    example = example.substring(0, example.indexOf("```"));
    String bureau =
        """
        flow: bureau
        entry: {other: rappel, human: rappel}
        steps:
          rappel: {do: open-ticket, outcomes: {opened: dit}}
          dit: {say: bureau/dit, end: ticket}
        """;
    FlowCheck.Checked checked =
        FlowCheck.check(
            Map.of("rendez-vous.yaml", example, "bureau.yaml", bureau), new SmallVocabulary());
    assertThat(checked.problems()).isEmpty();
  }

  @Test
  void theVersionDependsOnEveryFile() {
    Set<String> hashes =
        List.of(
                Map.of("a.yaml", GOOD),
                Map.of("b.yaml", GOOD),
                Map.of("a.yaml", GOOD + "# changed\n"))
            .stream()
            .map(files -> FlowReader.read(files).hash())
            .collect(Collectors.toSet());
    assertThat(hashes).hasSize(3);
  }

  private static List<String> problems(String flow) {
    return check(flow).problems();
  }

  private static FlowCheck.Checked check(String flow) {
    return check(Map.of("rdv.yaml", flow));
  }

  private static FlowCheck.Checked check(Map<String, String> files) {
    return FlowCheck.check(files, new SmallVocabulary());
  }
}
