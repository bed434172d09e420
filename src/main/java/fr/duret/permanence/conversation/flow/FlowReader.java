package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.InvalidYaml;
import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads flows; `docs/flows.md` describes the format.
public final class FlowReader {

  private static final int HASH_LENGTH = 16;

  /// Tells the name of a flow whose file is no YAML.
  private static final Pattern NAME = Pattern.compile("(?m)^flow:[ \\t]*[\"']?([^\\s\"'#]+)");

  private final Problems problems;
  private final Map<String, Flow> flows = new LinkedHashMap<>();

  private FlowReader(Problems problems) {
    this.problems = problems;
  }

  /// Reads all flows of a version. Only the form is looked at: [FlowCheck] looks at the sense.
  ///
  /// @param files contents by the files' names
  /// @throws InvalidYaml with every problem, each with file and line
  public static FlowSet read(Map<String, String> files) {
    Problems problems = new Problems();
    FlowSet flows = read(files, problems);
    problems.throwIfAny();
    return flows;
  }

  static FlowSet read(Map<String, String> files, Problems problems) {
    return read(files, problems, new HashSet<>());
  }

  /// @param halfRead is told the names of flows whose files have a problem: of what they hold not
  ///   all is known
  static FlowSet read(Map<String, String> files, Problems problems, Set<String> halfRead) {
    SortedMap<String, String> sorted = new TreeMap<>(files);
    FlowReader reader = new FlowReader(problems);
    for (Map.Entry<String, String> file : sorted.entrySet()) {
      int before = problems.all().size();
      YamlNode.read(file.getKey(), file.getValue(), problems).ifPresent(reader::add);
      if (problems.all().size() > before) {
        Matcher name = NAME.matcher(file.getValue());
        halfRead.add(name.find() ? name.group(1) : "");
      }
    }
    return new FlowSet(hash(sorted), Map.copyOf(files), reader.flows);
  }

  private void add(YamlNode node) {
    node.allowOnly(
        List.of("flow", "entry", "starts", "variables", "on", "words", "silence", "steps"),
        problems);
    String name = node.require("flow", problems).map(YamlNode::text).orElse("");
    if (name.equals("end") || name.contains("/")) {
      problems.add(node.where(), "'" + name + "' cannot be the name of a flow");
    }
    Flow flow = flow(name, node);
    Flow former = flows.putIfAbsent(name, flow);
    if (former != null) {
      problems.add(node.where(), "flow '" + name + "' is also at " + former.where());
    }
  }

  private Flow flow(String name, YamlNode node) {
    StepReader reader = new StepReader(name, problems);
    Set<String> variables = new LinkedHashSet<>();
    reader.items(node, "variables").forEach(variable -> variables.add(variable.text()));
    return new Flow(
        name,
        node.where(),
        entries(node, reader),
        reader.items(node, "starts").stream()
            .map(start -> new Next.Goto(start.where(), name, start.text()))
            .toList(),
        variables,
        reader.ways(node, "on"),
        reader.items(node, "words").stream().map(reader::unnumbered).toList(),
        node.get("silence").map(reader::silence).orElse(Silence.DEFAULT),
        steps(node, reader));
  }

  private Map<String, Flow.Entry> entries(YamlNode node, StepReader reader) {
    Map<String, Flow.Entry> entries = new LinkedHashMap<>();
    reader
        .map(node, "entry")
        .forEach((intent, way) -> entries.put(intent, entry(intent, way, reader)));
    return entries;
  }

  private Flow.Entry entry(String intent, YamlNode node, StepReader reader) {
    if (!node.isMap()) {
      return new Flow.Entry(node.where(), intent, reader.way(node), false, false);
    }
    node.allowOnly(List.of("step", "aside", "urgent"), problems);
    Next to =
        node.require("step", problems)
            .map(reader::way)
            .orElse(new Next.End(node.where(), Next.DONE));
    boolean aside = reader.flag(node, "aside");
    return new Flow.Entry(node.where(), intent, to, aside, reader.flag(node, "urgent"));
  }

  private Map<String, Step> steps(YamlNode node, StepReader reader) {
    Map<String, Step> steps = new LinkedHashMap<>();
    node.require("steps", problems)
        .ifPresent(all -> {
          all.repetitions()
              .forEach(
                  name -> problems.add(name.where(), "step '" + name.text() + "' stands twice"));
          all.fields()
              .forEach(
                  (name, step) -> reader.step(name, step).ifPresent(read -> steps.put(name, read)));
        });
    return steps;
  }

  private static String hash(SortedMap<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((file, text) ->
          digest.update((file + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
