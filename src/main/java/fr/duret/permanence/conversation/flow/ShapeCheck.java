package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.util.Optional;
import java.util.Set;

/// Whether every step can be reached and left.
final class ShapeCheck {

  private final Graph graph;
  private final FlowSet flows;
  private final Problems problems;

  ShapeCheck(FlowSet flows, Problems problems) {
    this.flows = flows;
    this.graph = new Graph(flows);
    this.problems = problems;
  }

  void check() {
    flows.flows().values().stream()
        .filter(flow -> flow.steps().isEmpty())
        .forEach(flow -> problems.add(flow.where(), "flow '" + flow.name() + "' has no step"));
    Set<String> reachable = graph.reachable();
    Set<String> ending = graph.ending();
    Set<String> settling = graph.settling();
    graph
        .steps()
        .forEach((name, step) -> {
          if (!reachable.contains(name)) {
            problems.add(step.where(), "step '" + name + "' is unreachable");
          }
          Optional<String> stuck = stuck(step);
          if (stuck.isPresent() || !ending.contains(name)) {
            String why = stuck.orElse("no way from it comes to an end");
            problems.add(step.where(), "step '" + name + "' is a dead end: " + why);
          } else if (!settling.contains(name)) {
            problems.add(step.where(), "step '" + name + "' may loop for ever without a question");
          }
        });
  }

  private static Optional<String> stuck(Step step) {
    return switch (step) {
      case Step.Say say when say.next().isEmpty() -> Optional.of("it needs 'goto' or 'end'");
      case Step.Ask ask when ask.choices().isEmpty() && ask.accept().isEmpty() ->
          Optional.of("it needs 'choices' or 'accept'");
      case Step.Ask _, Step.Do _, Step.Say _ -> Optional.empty();
    };
  }
}
