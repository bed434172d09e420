package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that can be known to be wrong with flows before anybody runs them.
public final class FlowCheck {

  /// What a check found.
  ///
  /// @param flows the flows; empty if there is a problem
  /// @param problems every problem on a line of its own, each beginning with file and line
  public record Checked(Optional<FlowSet> flows, List<String> problems) {}

  private FlowCheck() {}

  /// Reads and checks the flows of one version. Sense is looked at once the form is right, so that
  /// a bracket forgotten is one problem and not a hundred.
  ///
  /// @param files contents by the files' names
  /// @param vocabulary the actions, recognisers and templates there are
  public static Checked check(Map<String, String> files, Vocabulary vocabulary) {
    return check(files, vocabulary, Set.of(Intents.OTHER, Intents.HUMAN));
  }

  /// The same for a part of the product's flows, in which some entries may be missing.
  ///
  /// @param entries the intents that some flow must take
  public static Checked check(
      Map<String, String> files, Vocabulary vocabulary, Set<String> entries) {
    Problems problems = new Problems();
    FlowSet flows = FlowReader.read(files, problems);
    if (!problems.none()) {
      return new Checked(Optional.empty(), problems.all());
    }
    new NameCheck(flows, vocabulary, problems).check(entries);
    new ShapeCheck(flows, problems).check();
    new VariableCheck(flows, vocabulary, problems).check();
    Optional<FlowSet> good = problems.none() ? Optional.of(flows) : Optional.empty();
    return new Checked(good, problems.all());
  }
}
