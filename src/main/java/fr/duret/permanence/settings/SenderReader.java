package fr.duret.permanence.settings;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one element of `twilio.senders`.
final class SenderReader {

  private static final Map<String, Settings.Sender.Kind> KINDS =
      Map.of(
          "short-code", Settings.Sender.Kind.SHORT_CODE,
          "long", Settings.Sender.Kind.LONG,
          "alpha", Settings.Sender.Kind.ALPHA);

  private static final List<String> FIELDS = List.of("from", "kind", "twoWay", "purposes");

  /// As the templates name them.
  private static final Set<String> PURPOSES =
      Set.of("service", "survey", "marketing", "legal", "safety");

  private final YamlNode node;
  private final Problems problems;
  private final String key;

  private SenderReader(YamlNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
    this.key = "twilio.senders (" + node.where() + ")";
  }

  static Settings.Sender read(YamlNode node, Problems problems) {
    return new SenderReader(node, problems).sender();
  }

  private Settings.Sender sender() {
    node.fields().keySet().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> problems.add(key, "'" + name + "' is unknown; known are " + FIELDS));
    Settings.Sender.Kind kind = kind();
    boolean twoWay = twoWay();
    if (twoWay && kind == Settings.Sender.Kind.ALPHA) {
      problems.add(key, "an alphanumeric sender cannot be two-way");
    }
    String from = text("from");
    if (from.isBlank()) {
      problems.add(key, "'from' is missing");
    }
    return new Settings.Sender(from, kind, twoWay, purposes());
  }

  private Settings.Sender.Kind kind() {
    Settings.Sender.@Nullable Kind kind = KINDS.get(text("kind"));
    if (kind == null) {
      problems.add(key, "kind '" + text("kind") + "' is not one of short-code, long, alpha");
      return Settings.Sender.Kind.LONG;
    }
    return kind;
  }

  private boolean twoWay() {
    String written = text("twoWay");
    if (!Set.of("", "true", "false").contains(written)) {
      problems.add(key, "twoWay '" + written + "' is neither true nor false");
    }
    return written.equals("true");
  }

  private List<String> purposes() {
    List<String> purposes =
        node.get("purposes").map(YamlNode::items).orElse(List.of()).stream()
            .map(item -> item.text().toLowerCase(Locale.ROOT))
            .toList();
    purposes.stream()
        .filter(purpose -> !PURPOSES.contains(purpose))
        .forEach(purpose -> problems.add(key, "there is no purpose '" + purpose + "'"));
    return purposes;
  }

  private String text(String field) {
    return node.get(field).map(YamlNode::text).orElse("");
  }
}
