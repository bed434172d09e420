package fr.duret.permanence.settings;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settings as text, before they are given a meaning: file, overridden by the environment.
///
/// `http.publicUrl` is overridden by `PERMANENCE_HTTP_PUBLIC_URL`, or by the content of the file
/// that `PERMANENCE_HTTP_PUBLIC_URL_FILE` names (for secrets).
final class RawSettings {

  private static final String PREFIX = "PERMANENCE_";
  private static final String FILE = "_FILE";

  /// What the tests take from the environment is no setting.
  private static final String FOR_TESTS = "PERMANENCE_TEST_";

  private final Optional<YamlNode> root;
  private final Map<String, String> environment;
  private final Problems problems;

  RawSettings(Optional<YamlNode> root, Map<String, String> environment, Problems problems) {
    this.root = root;
    this.environment = environment;
    this.problems = problems;
  }

  /// The name of the variable that overrides a key.
  static String variable(String key) {
    return PREFIX
        + key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  Optional<String> text(String key) {
    return fromEnvironment(key)
        .or(() -> node(key).map(node -> single(key, node)))
        .filter(text -> !text.isBlank());
  }

  private String single(String key, YamlNode node) {
    if (node.isList() || node.isMap()) {
      problems.add(key, "is no single value (" + node.where() + ")");
    }
    return node.text();
  }

  String required(String key, String why) {
    return text(key)
        .orElseGet(() -> {
          problems.add(key, "is missing: " + why);
          return "";
        });
  }

  int number(String key, int otherwise, int from, int to) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with what is expected
    }
    problems.add(key, "'" + text.get() + "' is no whole number from " + from + " to " + to);
    return otherwise;
  }

  /// A duration as people write it: `3s`, `500ms`, `20m`, `72h`, or ISO-8601.
  ///
  /// @param least the shortest that makes sense
  Duration duration(String key, Duration otherwise, Duration least) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    Optional<Duration> read = duration(text.get().strip().toUpperCase(Locale.ROOT));
    if (read.isEmpty()) {
      problems.add(key, "'" + text.get() + "' is no duration like 3s, 20m or 72h");
    } else if (read.get().compareTo(least) < 0) {
      problems.add(key, "'" + text.get() + "' is less than " + least.toSeconds() + "s");
    }
    return read.orElse(otherwise);
  }

  private static Optional<Duration> duration(String written) {
    try {
      if (written.endsWith("MS")) {
        return Optional.of(
            Duration.ofMillis(Long.parseLong(written.substring(0, written.length() - 2))));
      }
      return Optional.of(Duration.parse(written.startsWith("P") ? written : "PT" + written));
    } catch (DateTimeParseException | NumberFormatException notADuration) {
      return Optional.empty();
    }
  }

  /// A list; in the environment it is written as YAML: `[{from: "+33939010203", kind: long}]`.
  List<YamlNode> list(String key) {
    Optional<YamlNode> node =
        fromEnvironment(key)
            .flatMap(text -> YamlNode.read(variable(key), text, problems))
            .or(() -> node(key));
    if (node.isPresent() && !node.get().isList()) {
      problems.add(key, "is no list");
      return List.of();
    }
    return node.map(YamlNode::items).orElse(List.of());
  }

  /// Complains of keys that nothing reads, in the file and in the environment.
  void allowOnly(List<String> known) {
    root.ifPresent(node -> check("", node, known));
    Set<String> variables =
        known.stream()
            .map(RawSettings::variable)
            .flatMap(name -> Stream.of(name, name + FILE))
            .collect(Collectors.toSet());
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !name.startsWith(FOR_TESTS))
        .filter(name -> !variables.contains(name))
        .sorted()
        .forEach(name -> problems.add(name, "is unknown: no setting is overridden by it"));
  }

  private void check(String prefix, YamlNode node, List<String> known) {
    node.repetitions()
        .forEach(
            again -> problems.add(prefix + again.text(), "stands twice (" + again.where() + ")"));
    node.fields()
        .forEach((name, value) -> {
          String key = prefix + name;
          if (known.contains(key)) {
            return;
          }
          if (value.isMap() && known.stream().anyMatch(other -> other.startsWith(key + "."))) {
            check(key + ".", value, known);
          } else {
            problems.add(key, "is unknown (" + value.where() + ")");
          }
        });
  }

  private Optional<YamlNode> node(String key) {
    Optional<YamlNode> node = root;
    for (String part : key.split("\\.", -1)) {
      node = node.flatMap(parent -> parent.get(part));
    }
    return node;
  }

  private Optional<String> fromEnvironment(String key) {
    String variable = variable(key);
    Optional<String> direct = Optional.ofNullable(environment.get(variable));
    return direct.or(
        () -> Optional.ofNullable(environment.get(variable + FILE)).map(f -> secret(key, f)));
  }

  private String secret(String key, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      problems.add(key, "cannot read the file '" + file + "'");
      return "";
    }
  }
}
