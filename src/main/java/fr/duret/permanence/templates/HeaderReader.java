package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the header of one template; what is wrong is added to the errors, with its line.
final class HeaderReader {

  /// `text`, `text 120`, `name?`.
  private static final Pattern DECLARATION = Pattern.compile("([a-z]+)(?: (\\d{1,4}))?(\\?)?");

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  /// Segments allowed unless the header says otherwise: what a client's reply may cost.
  private static final int SEGMENTS = 2;

  private final String file;
  private final List<TemplateError> errors;
  private Optional<Purpose> purpose = Optional.empty();
  private Optional<Level> needs = Optional.empty();
  private boolean wantsAnswer;
  private boolean alone;
  private int segments = SEGMENTS;
  private final List<Variable> variables = new ArrayList<>();

  HeaderReader(String file, List<TemplateError> errors) {
    this.file = file;
    this.errors = errors;
  }

  /// Reads the YAML between the `---` lines; `yaml` begins on line 2 of the file.
  Optional<TemplateSpec> read(String name, Channel channel, String yaml) {
    int before = errors.size();
    compose(yaml).ifPresent(this::readAll);
    if (errors.size() == before) {
      require(purpose.isPresent(), "purpose");
      require(needs.isPresent(), "needs");
    }
    if (errors.size() > before) {
      return Optional.empty();
    }
    return purpose.flatMap(why ->
        needs.map(level ->
            new TemplateSpec(
                name, channel, file, why, level, wantsAnswer, alone, segments, variables)));
  }

  private Optional<MappingNode> compose(String yaml) {
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(mapping);
      }
      errors.add(new TemplateError(file, 1, "the header declares nothing"));
    } catch (MarkedYamlEngineException bad) {
      int line = bad.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
      errors.add(new TemplateError(file, line, "malformed header: " + bad.getProblem()));
    }
    return Optional.empty();
  }

  private void readAll(MappingNode root) {
    for (NodeTuple tuple : root.getValue()) {
      readOne(scalar(tuple.getKeyNode()), tuple.getValueNode());
    }
  }

  private void readOne(String key, Node value) {
    switch (key) {
      case "purpose" -> purpose = constant(Purpose.values(), value);
      case "needs" -> needs = constant(Level.values(), value);
      case "wantsAnswer" -> wantsAnswer = flag(value);
      case "alone" -> alone = flag(value);
      case "segments" -> segments = number(value);
      case "variables" -> readVariables(value);
      default -> error(value, "unknown key \"" + key + "\"");
    }
  }

  private void readVariables(Node value) {
    if (!(value instanceof MappingNode mapping)) {
      error(value, "variables is a list of \"name: kind\"");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      readVariable(scalar(tuple.getKeyNode()), tuple.getValueNode());
    }
  }

  private void readVariable(String name, Node value) {
    Matcher declared = DECLARATION.matcher(scalar(value));
    if (!NAME.matcher(name).matches()) {
      error(value, "\"" + name + "\" is no variable's name (letters and digits, no hyphen)");
    } else if (!declared.matches()) {
      error(value, "\"" + name + "\" is declared like \"text 120\" or \"name?\"");
    } else {
      Optional<Kind> kind = Kind.named(declared.group(1));
      kind.ifPresentOrElse(
          known -> variables.add(variable(name, known, declared)),
          () -> error(value, "unknown kind \"" + declared.group(1) + "\""));
    }
  }

  private static Variable variable(String name, Kind kind, Matcher declared) {
    String max = declared.group(2);
    boolean optional = declared.group(3) != null;
    return new Variable(name, kind, max == null ? kind.max() : Integer.parseInt(max), optional);
  }

  private <E extends Enum<E>> Optional<E> constant(E[] values, Node node) {
    String text = scalar(node);
    Optional<E> found =
        Arrays.stream(values)
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
    if (found.isEmpty()) {
      String known = Arrays.toString(values).toLowerCase(Locale.ROOT);
      error(node, "\"" + text + "\" is none of " + known);
    }
    return found;
  }

  private boolean flag(Node node) {
    String text = scalar(node);
    if (!text.equals("true") && !text.equals("false")) {
      error(node, "\"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }

  private int number(Node node) {
    String text = scalar(node);
    if (!text.matches("[1-9]")) {
      error(node, "\"" + text + "\" is no number of segments");
      return SEGMENTS;
    }
    return Integer.parseInt(text);
  }

  private void require(boolean present, String key) {
    if (!present) {
      errors.add(new TemplateError(file, 1, "\"" + key + "\" is not declared"));
    }
  }

  private void error(Node node, String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 2).orElse(1);
    errors.add(new TemplateError(file, line, message));
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
