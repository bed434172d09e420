package fr.duret.permanence.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers everything that is wrong, so that all of it is told at once.
public final class Problems {

  private final Set<String> found = new LinkedHashSet<>();

  /// Notes one problem, once: a piece of YAML may be met at each place that names it.
  ///
  /// @param where file and line, or a setting's key
  /// @param what what is wrong and what is expected
  public void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /// Notes what another reading found, under the setting that named its file.
  public void addAll(String where, InvalidYaml other) {
    other.problems().forEach(problem -> add(where, problem));
  }

  /// All problems so far, in the order in which they were found.
  public List<String> all() {
    return List.copyOf(found);
  }

  /// Whether nothing is wrong so far.
  public boolean none() {
    return found.isEmpty();
  }

  /// Ends a reading: returns if nothing is wrong.
  ///
  /// @throws InvalidYaml with all problems otherwise
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidYaml(all());
    }
  }
}
