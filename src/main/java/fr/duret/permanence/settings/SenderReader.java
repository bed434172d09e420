package fr.duret.permanence.settings;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  /// What each kind looks like: E.164, the operators' five digits, what Twilio takes for a name.
  private static final Map<Settings.Sender.Kind, Pattern> FORMS =
      Map.of(
          Settings.Sender.Kind.LONG, Pattern.compile("\\+[1-9]\\d{6,14}"),
          Settings.Sender.Kind.SHORT_CODE, Pattern.compile("\\d{5}"),
          Settings.Sender.Kind.ALPHA, Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}"));

  private static final Map<Settings.Sender.Kind, String> EXPECTED =
      Map.of(
          Settings.Sender.Kind.LONG, "no number like +33939010203",
          Settings.Sender.Kind.SHORT_CODE, "no short code of five digits",
          Settings.Sender.Kind.ALPHA, "no name of at most 11 letters and digits");

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

  /// The only sender, which takes and sends everything.
  static Settings.Sender single(String number, Problems problems) {
    checkForm("twilio.number", number, Settings.Sender.Kind.LONG, problems);
    return new Settings.Sender(number, Settings.Sender.Kind.LONG, true, List.of());
  }

  private static void checkForm(
      String key, String from, Settings.Sender.Kind kind, Problems problems) {
    if (!Objects.requireNonNull(FORMS.get(kind)).matcher(from).matches()) {
      problems.add(key, "'" + from + "' is " + EXPECTED.get(kind));
    }
  }

  private Settings.Sender sender() {
    node.fields().keySet().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> problems.add(key, "'" + name + "' is unknown; known are " + FIELDS));
    Optional<Settings.Sender.Kind> told = kind();
    Settings.Sender.Kind kind = told.orElse(Settings.Sender.Kind.LONG);
    boolean twoWay = twoWay();
    if (twoWay && kind == Settings.Sender.Kind.ALPHA) {
      problems.add(key, "an alphanumeric sender cannot be two-way");
    }
    String from = text("from");
    if (from.isBlank()) {
      problems.add(key, "'from' is missing");
    } else if (told.isPresent()) {
      checkForm(key, from, kind, problems);
    }
    return new Settings.Sender(from, kind, twoWay, purposes());
  }

  private Optional<Settings.Sender.Kind> kind() {
    Optional<Settings.Sender.Kind> kind = Optional.ofNullable(KINDS.get(text("kind")));
    if (kind.isEmpty()) {
      problems.add(key, "kind '" + text("kind") + "' is not one of short-code, long, alpha");
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
