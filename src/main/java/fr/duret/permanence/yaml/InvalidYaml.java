package fr.duret.permanence.yaml;

import java.util.List;

/// A file that cannot be used as it is; trying again without changing it is useless.
public final class InvalidYaml extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidYaml(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /// Every problem on a line of its own, each beginning with its place.
  public List<String> problems() {
    return problems;
  }
}
