package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs scripts of whole conversations; `docs/flows.md` describes the format.
public final class FlowScripts {

  /// How a script went.
  ///
  /// @param script its name
  /// @param where file and line
  /// @param problems what went otherwise than written, each with file and line; empty if all is
  ///   well
  public record Report(String script, String where, List<String> problems) {}

  private FlowScripts() {}

  /// Runs scripts, each on a product of its own.
  ///
  /// @param files contents by the files' names
  /// @param rigs a product whose clock stands at that time
  /// @param told each script as soon as it has run: all of them take minutes
  /// @throws fr.duret.permanence.yaml.InvalidYaml if a file is no script, with every problem; none
  ///   is run then
  public static List<Report> run(
      Map<String, String> files, Function<LocalDateTime, Rig> rigs, Consumer<Report> told) {
    Problems problems = new Problems();
    ScriptReader reader = new ScriptReader(problems);
    List<Script> scripts = new ArrayList<>();
    new TreeMap<>(files).forEach((file, text) -> scripts.addAll(reader.read(file, text)));
    problems.throwIfAny();
    return scripts.stream().map(script -> run(script, rigs)).peek(told).toList();
  }

  private static Report run(Script script, Function<LocalDateTime, Rig> rigs) {
    try (Rig rig = rigs.apply(script.clock())) {
      return new Report(script.name(), script.where(), new ScriptRun(script, rig).run());
    }
  }
}
