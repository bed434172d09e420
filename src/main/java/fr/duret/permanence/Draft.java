package fr.duret.permanence;

import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.templates.Templates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One reading of flows and templates, which are only ever good together.
///
/// @param templates the texts
/// @param flows the flows; empty if anything is wrong with them
/// @param wrongTexts what is wrong with the texts, each on a line with its file
/// @param wrongFlows what is wrong with the flows, each on a line with its file
record Draft(
    Templates templates,
    Optional<FlowSet> flows,
    List<String> wrongTexts,
    List<String> wrongFlows) {

  /// The flows of a draft without a problem; empty otherwise.
  Optional<FlowSet> good() {
    return wrongTexts.isEmpty() && wrongFlows.isEmpty() ? flows : Optional.empty();
  }

  /// All that is wrong.
  List<String> problems() {
    return Stream.concat(wrongTexts.stream(), wrongFlows.stream()).toList();
  }
}
