package fr.duret.permanence.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads `formats.yaml`.
final class WordsReader {

  private WordsReader() {}

  static Words read(String file, Optional<String> text) {
    String written =
        text.orElseThrow(() -> new InvalidTemplates(List.of(error(file, "is missing"))));
    try {
      Object content = new Load(LoadSettings.builder().build()).loadFromString(written);
      Map<String, String> flat = new HashMap<>();
      flatten("", content, flat);
      List<TemplateError> missing =
          Words.KEYS.stream()
              .filter(key -> !flat.containsKey(key))
              .map(key -> error(file, "\"" + key + "\" is missing"))
              .toList();
      if (!missing.isEmpty()) {
        throw new InvalidTemplates(missing);
      }
      return new Words(flat);
    } catch (YamlEngineException | IllegalArgumentException bad) {
      throw new InvalidTemplates(List.of(error(file, String.valueOf(bad.getMessage()))));
    }
  }

  private static void flatten(String prefix, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, into));
    } else {
      into.put(prefix, String.valueOf(value));
    }
  }

  private static TemplateError error(String file, String message) {
    return new TemplateError(file, 1, message);
  }
}
