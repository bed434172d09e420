package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether everything named exists, and nothing is named twice.
final class NameCheck {

  private final FlowSet flows;
  private final Set<String> halfRead;
  private final Vocabulary vocabulary;
  private final Problems problems;

  /// @param halfRead names of flows that may hold more than is known; an empty one stands for any
  NameCheck(FlowSet flows, Set<String> halfRead, Vocabulary vocabulary, Problems problems) {
    this.flows = flows;
    this.halfRead = halfRead;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  void check(Set<String> neededEntries) {
    flows.flows().values().forEach(this::flow);
    entries(neededEntries);
  }

  private void flow(Flow flow) {
    flow.on().forEach((intent, way) -> intent(way.where(), intent));
    flow.on().values().forEach(this::way);
    flow.words().forEach(words -> way(words.next()));
    flow.starts().forEach(this::way);
    flow.silence().next().ifPresent(this::way);
    flow.silence().say().ifPresent(name -> template(flow.where(), name));
    flow.entries().values().forEach(entry -> way(entry.to()));
    flow.steps().values().forEach(this::step);
  }

  private void entries(Set<String> needed) {
    Map<String, String> seen = new HashMap<>();
    for (Flow flow : flows.flows().values()) {
      for (Flow.Entry entry : flow.entries().values()) {
        intent(entry.where(), entry.intent());
        String former = seen.putIfAbsent(entry.intent(), entry.where());
        if (former != null) {
          problems.add(entry.where(), "intent '" + entry.intent() + "' has an entry at " + former);
        }
      }
    }
    new TreeSet<>(halfRead.isEmpty() ? needed : Set.<String>of())
        .stream()
            .filter(intent -> !seen.containsKey(intent))
            .forEach(intent -> problems.add("flows", "no flow has an entry for '" + intent + "'"));
  }

  private void step(Step step) {
    step.ways().forEach(this::way);
    step.templates().forEach(name -> template(step.where(), name));
    switch (step) {
      case Step.Ask ask -> ask(ask);
      case Step.Do action -> action(action);
      case Step.Say say -> say.after().ifPresent(this::ask);
    }
  }

  private void ask(Step.Ask ask) {
    ask.on().forEach((intent, way) -> intent(way.where(), intent));
    Map<String, String> keys = new HashMap<>();
    for (Step.Choice choice : ask.choices()) {
      String former = keys.putIfAbsent(choice.key(), choice.where());
      if (former != null && !choice.key().isEmpty()) {
        problems.add(choice.where(), "key '" + choice.key() + "' is also chosen at " + former);
      }
    }
    ask.accept()
        .ifPresent(ear ->
            outcomes(
                ear.where(),
                "recogniser '" + ear.recogniser() + "'",
                vocabulary
                    .recogniser(ear.recogniser())
                    .or(() ->
                        unknown(
                            ear.where(), "recogniser", ear.recogniser(), vocabulary.recognisers())),
                ear.outcomes()));
  }

  private void action(Step.Do step) {
    Optional<Vocabulary.Doing> action =
        vocabulary
            .action(step.action())
            .or(() -> unknown(step.where(), "action", step.action(), vocabulary.actions()));
    outcomes(step.where(), "action '" + step.action() + "'", action, step.outcomes());
    step.parameters().keySet().stream()
        .filter(key -> action.isPresent() && !action.get().parameters().contains(key))
        .forEach(key ->
            problems.add(
                step.where(), "action '" + step.action() + "' has no parameter '" + key + "'"));
  }

  private void outcomes(
      String where, String who, Optional<Vocabulary.Doing> doing, Map<String, Next> ways) {
    if (doing.isEmpty()) {
      return;
    }
    Set<String> outcomes = new TreeSet<>(doing.get().outcomes());
    for (String outcome : outcomes) {
      if (!ways.containsKey(outcome)) {
        problems.add(where, "outcome '" + outcome + "' of " + who + " is missing");
      }
    }
    ways.forEach((outcome, way) -> {
      if (!outcomes.contains(outcome)) {
        problems.add(way.where(), who + " has no outcome '" + outcome + "'; it has " + outcomes);
      }
    });
  }

  private void way(Next next) {
    if (next instanceof Next.Goto to
        && flows.step(to.flow(), to.step()).isEmpty()
        && !halfRead.contains(to.flow())
        && !(halfRead.contains("") && flows.flow(to.flow()).isEmpty())) {
      flows
          .flow(to.flow())
          .ifPresentOrElse(
              flow -> unknownStep(to, flow),
              () -> unknown(to.where(), "flow", to.flow(), flows.flows().keySet()));
    }
  }

  private void unknownStep(Next.Goto to, Flow flow) {
    String known = Nearest.known(to.step(), flow.steps().keySet());
    problems.add(to.where(), "step '" + to.target() + "' is unknown" + known);
  }

  private void intent(String where, String intent) {
    if (!Intents.all().contains(intent)) {
      unknown(where, "intent", intent, Intents.all());
    }
  }

  private void template(String where, String name) {
    if (vocabulary.template(name).isEmpty()) {
      unknown(where, "template", name, vocabulary.templates());
    }
  }

  /// Complains of a name that is none.
  private <T> Optional<T> unknown(String where, String what, String name, Set<String> known) {
    problems.add(where, what + " '" + name + "' is unknown" + Nearest.known(name, known));
    return Optional.empty();
  }
}
