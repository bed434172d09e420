package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whether every variable that a template or a `known` names can have been set before, on some way
/// that leads there.
final class VariableCheck {

  /// What the engine itself gives to every template.
  static final Set<String> ENGINE =
      Set.of("first", "called", "recognised", "choices", "evening", "where");

  private final FlowSet flows;
  private final Graph graph;
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Map<String, Set<String>> before = new HashMap<>();

  VariableCheck(FlowSet flows, Vocabulary vocabulary, Problems problems) {
    this.flows = flows;
    this.graph = new Graph(flows);
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  void check() {
    spread();
    graph.steps().forEach(this::uses);
  }

  /// Carries what is set along all ways until nothing changes.
  private void spread() {
    Deque<String> open = new ArrayDeque<>();
    for (String begin : graph.beginnings()) {
      before.put(begin, new HashSet<>());
      open.add(begin);
    }
    for (Flow flow : flows.flows().values()) {
      graph.targets(flow.starts()).forEach(start -> add(start, flow.variables()));
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      Set<String> after = new HashSet<>(before.getOrDefault(name, Set.of()));
      after.addAll(sets(graph.steps().get(name)));
      for (String next : graph.after(name)) {
        boolean first = !before.containsKey(next);
        if (add(next, after) || first) {
          open.add(next);
        }
      }
    }
  }

  private boolean add(String step, Set<String> variables) {
    return before.computeIfAbsent(step, unseen -> new HashSet<>()).addAll(variables);
  }

  private Set<String> sets(@Nullable Step step) {
    Set<String> set = new HashSet<>();
    switch (step) {
      case Step.Ask ask -> set.addAll(answers(ask));
      case Step.Do action ->
          vocabulary.action(action.action()).ifPresent(doing -> set.addAll(doing.sets()));
      case Step.Say say -> say.after().ifPresent(after -> set.addAll(answers(after)));
      case null -> {}
    }
    return set;
  }

  private Set<String> answers(Step.Ask ask) {
    Set<String> set = new HashSet<>();
    ask.choices().forEach(choice -> set.addAll(choice.set().keySet()));
    ask.accept()
        .flatMap(ear -> vocabulary.recogniser(ear.recogniser()))
        .ifPresent(ear -> set.addAll(ear.sets()));
    return set;
  }

  private void uses(String name, Step step) {
    Set<String> known = new HashSet<>(before.getOrDefault(name, Set.of()));
    known.addAll(ENGINE);
    if (!before.containsKey(name)) {
      return;
    }
    for (String template : step.templates()) {
      Optional<Set<String>> used = vocabulary.template(template);
      for (String variable : new TreeSet<>(used.orElse(Set.of()))) {
        if (!known.contains(variable)) {
          problems.add(
              step.where(),
              "template '" + template + "' uses '" + variable + "', which nothing sets before");
        }
      }
    }
    if (step instanceof Step.Ask ask) {
      ask.known()
          .forEach((variable, way) -> {
            if (!known.contains(variable)) {
              problems.add(way.where(), "nothing sets '" + variable + "' before");
            }
          });
    }
  }
}
