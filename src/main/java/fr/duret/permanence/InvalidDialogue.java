package fr.duret.permanence;

import java.util.List;
import java.util.stream.Stream;

/// The texts or the flows, or both, cannot be used; carries every problem of both, so that whoever
/// mends them need not try again to learn of the other half.
final class InvalidDialogue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> templates;
  private final transient List<String> flows;

  private InvalidDialogue(List<String> templates, List<String> flows) {
    super(String.join("\n", Stream.concat(templates.stream(), flows.stream()).toList()));
    this.templates = List.copyOf(templates);
    this.flows = List.copyOf(flows);
  }

  /// Both kinds of problems.
  static InvalidDialogue of(List<String> templates, List<String> flows) {
    return new InvalidDialogue(templates, flows);
  }

  /// What is wrong with the templates, each on a line with its file.
  List<String> templates() {
    return templates;
  }

  /// What is wrong with the flows, each on a line with its file.
  List<String> flows() {
    return flows;
  }

  /// All of it.
  List<String> problems() {
    return Stream.concat(templates.stream(), flows.stream()).toList();
  }
}
