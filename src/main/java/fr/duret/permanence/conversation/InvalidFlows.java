package fr.duret.permanence.conversation;

import java.util.List;

/// The flows of a folder cannot be used; carries every problem, not only the first.
public final class InvalidFlows extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidFlows(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// Every problem on a line of its own, with file and line.
  public List<String> problems() {
    return problems;
  }
}
