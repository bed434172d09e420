package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.util.HashSet;
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

  /// Reads and checks the flows of one version. Names are looked at in any case, but for those that
  /// a file of wrong form may hold; the ways through the flows once all forms are right, so that a
  /// bracket forgotten is one problem and not a hundred.
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
    Set<String> halfRead = new HashSet<>();
    FlowSet flows = FlowReader.read(files, problems, halfRead);
    new NameCheck(flows, halfRead, vocabulary, problems).check(entries);
    if (!halfRead.isEmpty()) {
      return new Checked(Optional.empty(), problems.all());
    }
    new ShapeCheck(flows, problems).check();
    new VariableCheck(flows, vocabulary, problems).check();
    Optional<FlowSet> good = problems.none() ? Optional.of(flows) : Optional.empty();
    return new Checked(good, problems.all());
  }
}
