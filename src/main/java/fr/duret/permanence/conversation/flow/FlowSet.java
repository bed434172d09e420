package fr.duret.permanence.conversation.flow;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All flows of one version. Immutable.
///
/// @param hash the version: a hash of all the files' names and contents
/// @param sources the files, by name, as they were read
/// @param flows the flows by name
public record FlowSet(String hash, Map<String, String> sources, Map<String, Flow> flows) {

  /// A step by its flow's and its own name.
  public Optional<Step> step(String flow, String step) {
    return flow(flow).map(found -> found.steps().get(step));
  }

  /// A flow by its name.
  public Optional<Flow> flow(String name) {
    return Optional.ofNullable(flows.get(name));
  }

  /// The entry for an intent.
  ///
  /// @param intent in kebab case
  public Optional<Flow.Entry> entry(String intent) {
    return flows.values().stream()
        .map(flow -> flow.entries().get(intent))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
