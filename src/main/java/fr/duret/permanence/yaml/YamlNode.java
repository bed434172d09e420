package fr.duret.permanence.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A piece of a YAML document that knows where it stands.
public final class YamlNode {

  private final String file;
  private final Node node;

  private YamlNode(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// Reads a document.
  ///
  /// @param file its name, as it shall stand in complaints
  /// @param text its content
  /// @return empty if it is empty or no YAML; the reason is then among the problems
  public static Optional<YamlNode> read(String file, String text, Problems problems) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      if (root.isEmpty()) {
        problems.add(file + ":1", "is empty");
      }
      return root.map(node -> new YamlNode(file, node));
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(file + ":" + line, "is no YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      problems.add(file + ":1", "is no YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  /// File and line, counted from one: `company.yaml:12`.
  public String where() {
    return file + ":" + line();
  }

  /// The line, counted from one.
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /// Whether this is a list.
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /// Whether this is a mapping.
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// The scalar's text; empty for lists and mappings.
  public String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /// The items of a list; a scalar or mapping is a list of itself.
  public List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    return sequence.getValue().stream().map(item -> new YamlNode(file, item)).toList();
  }

  /// The fields of a mapping in their order; a repeated key keeps its last value.
  public Map<String, YamlNode> fields() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          fields.put(key.getValue(), new YamlNode(file, tuple.getValueNode()));
        }
      }
    }
    return fields;
  }

  /// The keys that stand more than once in a mapping.
  public List<String> repeatedKeys() {
    List<String> seen = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          (seen.contains(key.getValue()) ? repeated : seen).add(key.getValue());
        }
      }
    }
    return repeated;
  }

  /// The keys of a mapping that stood there before, each at its own place.
  public List<YamlNode> repetitions() {
    List<String> seen = new ArrayList<>();
    List<YamlNode> repetitions = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          if (seen.contains(key.getValue())) {
            repetitions.add(new YamlNode(file, key));
          }
          seen.add(key.getValue());
        }
      }
    }
    return repetitions;
  }

  /// One field of a mapping.
  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(fields().get(key));
  }

  /// A field that must be there; its absence is a problem.
  public Optional<YamlNode> require(String key, Problems problems) {
    Optional<YamlNode> field = get(key);
    if (field.isEmpty()) {
      problems.add(where(), "'" + key + "' is missing");
    }
    return field;
  }

  /// Complains of every field whose key is not among the known ones or stands twice: most are
  /// typing errors.
  public void allowOnly(List<String> known, Problems problems) {
    repetitions().forEach(key -> problems.add(key.where(), "'" + key.text() + "' stands twice"));
    fields()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            problems.add(value.where(), "'" + key + "' is unknown; known are " + known);
          }
        });
  }
}
