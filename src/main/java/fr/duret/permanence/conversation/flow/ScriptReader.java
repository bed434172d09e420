package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads scripts. Their keywords are French: Claire reads and writes them.
final class ScriptReader {

  private static final String OURS = "nous";
  private static final String OURS_TO = "nous à ";
  private static final String TIME = "temps";
  private static final String SILENCE = "silence";
  private static final String TAKES = "le bureau prend";
  private static final String GIVES_BACK = "le bureau rend";
  private static final String FACTS = "fait";
  private static final String CLIENT = "client";

  private static final Pattern SPAN =
      Pattern.compile("(\\d+) (seconde|minute|heure|jour|semaine)s?");

  private static final LocalDateTime NO_TIME = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final Address SOMEBODY = Address.phone("06 12 34 56 78").orElseThrow();

  private final Problems problems;

  ScriptReader(Problems problems) {
    this.problems = problems;
  }

  /// The scripts of a file: one, or a list of several.
  List<Script> read(String file, String text) {
    return YamlNode.read(file, text, problems).stream()
        .flatMap(root -> root.items().stream())
        .map(this::script)
        .toList();
  }

  private Script script(YamlNode node) {
    node.allowOnly(List.of("essai", "horloge", "personnes", "recit"), problems);
    Map<String, Address> people = people(node);
    List<Script.Line> lines = new ArrayList<>();
    node.require("recit", problems)
        .ifPresent(all -> all.items().forEach(item -> line(item, people).ifPresent(lines::add)));
    return new Script(
        node.require("essai", problems).map(YamlNode::text).orElse(""),
        node.where(),
        node.get("horloge").map(this::clock).orElse(NO_TIME),
        people,
        lines);
  }

  private Map<String, Address> people(YamlNode node) {
    Map<String, Address> people = new LinkedHashMap<>();
    people.put(CLIENT, SOMEBODY);
    node.get("personnes")
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach((name, number) -> people.put(name, Address.sender(number.text())));
    return people;
  }

  private LocalDateTime clock(YamlNode node) {
    try {
      return LocalDateTime.parse(node.text());
    } catch (DateTimeException wrong) {
      problems.add(node.where(), "'" + node.text() + "' is no time like 2026-11-22T18:30");
      return NO_TIME;
    }
  }

  private Optional<Script.Line> line(YamlNode item, Map<String, Address> people) {
    Map<String, YamlNode> fields = item.fields();
    if (fields.size() != 1) {
      problems.add(item.where(), "a line is 'who: what'");
      return Optional.empty();
    }
    var only = fields.entrySet().iterator().next();
    String key = only.getKey();
    YamlNode value = only.getValue();
    String where = item.where();
    if (key.equals(OURS)) {
      return Optional.of(new Script.Line.Answers(where, "", texts(value)));
    }
    if (key.startsWith(OURS_TO)) {
      String who = known(where, key.substring(OURS_TO.length()), people);
      return Optional.of(new Script.Line.Answers(where, who, texts(value)));
    }
    return Optional.of(
        switch (key) {
          case TIME -> new Script.Line.Passes(where, span(value));
          case TAKES -> new Script.Line.Owns(where, known(where, value.text(), people), true);
          case GIVES_BACK -> new Script.Line.Owns(where, known(where, value.text(), people), false);
          case SILENCE -> new Script.Line.Nothing(where, known(where, value.text(), people));
          case FACTS -> new Script.Line.Facts(where, facts(value));
          default -> new Script.Line.Says(where, known(where, key, people), value.text());
        });
  }

  private static List<String> texts(YamlNode value) {
    return value.items().stream().map(YamlNode::text).toList();
  }

  private static Map<String, String> facts(YamlNode value) {
    Map<String, String> facts = new LinkedHashMap<>();
    value.fields().forEach((name, fact) -> facts.put(name, fact.text()));
    return facts;
  }

  private String known(String where, String who, Map<String, Address> people) {
    if (!people.containsKey(who)) {
      problems.add(where, "'" + who + "' is nobody; known are " + people.keySet());
    }
    return who;
  }

  private Duration span(YamlNode value) {
    Matcher span = SPAN.matcher(value.text());
    if (!span.matches()) {
      problems.add(value.where(), "'" + value.text() + "' is no time like '2 jours'");
      return Duration.ZERO;
    }
    Duration unit =
        switch (span.group(2)) {
          case "seconde" -> Duration.ofSeconds(1);
          case "minute" -> Duration.ofMinutes(1);
          case "heure" -> Duration.ofHours(1);
          case "jour" -> Duration.ofDays(1);
          default -> Duration.ofDays(7);
        };
    return unit.multipliedBy(Long.parseLong(span.group(1)));
  }
}
