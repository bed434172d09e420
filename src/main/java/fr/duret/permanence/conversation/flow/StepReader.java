package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the steps of one flow; what is wrong becomes a problem, never an exception.
final class StepReader {

  private static final List<String> ASK =
      List.of(
          "ask",
          "prefill",
          "known",
          "choices",
          "accept",
          "outcomes",
          "on",
          "rephrase",
          "options",
          "silence",
          "again");

  private final String flow;
  private final Problems problems;

  StepReader(String flow, Problems problems) {
    this.flow = flow;
    this.problems = problems;
  }

  Optional<Step> step(String name, YamlNode node) {
    List<String> kinds = List.of("ask", "do", "say");
    List<String> present = kinds.stream().filter(kind -> node.get(kind).isPresent()).toList();
    if (present.size() != 1) {
      problems.add(node.where(), "step '" + name + "' must have exactly one of " + kinds);
      return Optional.empty();
    }
    return Optional.of(
        switch (present.getFirst()) {
          case "ask" -> ask(name, node);
          case "do" -> action(name, node);
          default -> say(name, node);
        });
  }

  private Step ask(String name, YamlNode node) {
    node.allowOnly(ASK, problems);
    return new Step.Ask(
        name,
        node.where(),
        text(node, "ask"),
        flag(node, "prefill"),
        ways(node, "known"),
        items(node, "choices").stream().map(this::choice).toList(),
        accept(node),
        ways(node, "on"),
        node.get("rephrase").map(YamlNode::text),
        node.get("options").map(YamlNode::text),
        node.get("silence").map(this::silence),
        node.get("again").map(this::way));
  }

  private Step.Choice choice(YamlNode node) {
    node.allowOnly(List.of("key", "words", "set", "next"), problems);
    return choice(node, node.get("key").isPresent() ? text(node, "key") : "");
  }

  /// An answer that has no number because it is never offered.
  Step.Choice unnumbered(YamlNode node) {
    node.allowOnly(List.of("words", "set", "next"), problems);
    return choice(node, "");
  }

  private Step.Choice choice(YamlNode node, String key) {
    Next next = node.require("next", problems).map(this::way).orElse(nowhere(node));
    List<String> words = items(node, "words").stream().map(YamlNode::text).toList();
    return new Step.Choice(node.where(), key, words, texts(node, "set"), next);
  }

  /// What may still be said once the subject is closed.
  private Step.Ask afterword(String name, String template, YamlNode node) {
    node.allowOnly(List.of("choices", "accept", "outcomes"), problems);
    return new Step.Ask(
        name,
        node.where(),
        template,
        false,
        Map.of(),
        items(node, "choices").stream().map(this::unnumbered).toList(),
        accept(node),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Step.Accept> accept(YamlNode node) {
    return node.get("accept")
        .map(ear -> new Step.Accept(ear.where(), ear.text(), ways(node, "outcomes")));
  }

  private Step action(String name, YamlNode node) {
    node.allowOnly(List.of("do", "with", "outcomes"), problems);
    return new Step.Do(
        name, node.where(), text(node, "do"), texts(node, "with"), ways(node, "outcomes"));
  }

  private Step say(String name, YamlNode node) {
    node.allowOnly(List.of("say", "courtesy", "goto", "end", "after"), problems);
    if (node.get("goto").isPresent() && node.get("end").isPresent()) {
      problems.add(node.where(), "'goto' and 'end' exclude each other");
    }
    Optional<Next> end =
        node.get("end").map(outcome -> new Next.End(outcome.where(), outcome.text()));
    Optional<Next> next = node.get("goto").map(this::way);
    if (node.get("after").isPresent() && end.isEmpty()) {
      problems.add(node.where(), "'after' belongs to 'end'");
    }
    String template = text(node, "say");
    Optional<Step.Ask> after = node.get("after").map(more -> afterword(name, template, more));
    return new Step.Say(
        name, node.where(), template, flag(node, "courtesy"), next.or(() -> end), after);
  }

  Silence silence(YamlNode node) {
    if (node.text().equals("none")) {
      return new Silence(Optional.empty(), true, Optional.empty(), Optional.empty());
    }
    if (!node.isMap()) {
      problems.add(node.where(), "'silence' is 'none' or has 'after', 'say' and 'goto'");
    }
    node.allowOnly(List.of("after", "say", "goto"), problems);
    return new Silence(
        node.get("after").flatMap(this::duration),
        false,
        node.get("say").map(YamlNode::text),
        node.get("goto").map(this::way));
  }

  private Optional<Duration> duration(YamlNode node) {
    try {
      return Optional.of(Duration.parse(node.text()));
    } catch (DateTimeException notADuration) {
      problems.add(node.where(), "'" + node.text() + "' is no duration like PT20M");
      return Optional.empty();
    }
  }

  Map<String, Next> ways(YamlNode node, String key) {
    Map<String, Next> ways = new LinkedHashMap<>();
    map(node, key).forEach((name, target) -> ways.put(name, way(target)));
    return ways;
  }

  Next way(YamlNode node) {
    return Next.read(node.where(), node.text(), flow);
  }

  private Map<String, String> texts(YamlNode node, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node, key).forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  Map<String, YamlNode> map(YamlNode node, String key) {
    Optional<YamlNode> value = node.get(key);
    value
        .filter(found -> !found.isMap())
        .ifPresent(
            found -> problems.add(found.where(), "'" + key + "' must be 'name: value' pairs"));
    value.ifPresent(found ->
        found.repetitions().forEach(name -> problems.add(name.where(), twice(name.text()))));
    return value.map(YamlNode::fields).orElse(Map.of());
  }

  List<YamlNode> items(YamlNode node, String key) {
    return node.get(key).map(YamlNode::items).orElse(List.of());
  }

  String text(YamlNode node, String key) {
    String text = node.require(key, problems).map(YamlNode::text).orElse("");
    if (text.isBlank() && node.get(key).isPresent()) {
      problems.add(node.where(), "'" + key + "' is empty");
    }
    return text;
  }

  boolean flag(YamlNode node, String key) {
    Optional<YamlNode> value = node.get(key);
    value
        .filter(flag -> !List.of("true", "false").contains(flag.text()))
        .ifPresent(flag -> problems.add(flag.where(), "'" + key + "' is true or false"));
    return value.filter(flag -> flag.text().equals("true")).isPresent();
  }

  private static String twice(String name) {
    return "'" + name + "' stands twice";
  }

  private static Next nowhere(YamlNode node) {
    return new Next.End(node.where(), Next.DONE);
  }
}
