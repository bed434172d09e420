package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.TemplateSpec;
import fr.duret.permanence.templates.Templates;
import fr.duret.permanence.templates.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The texts of a folder of templates, with the company's constants.
public final class TemplateTexts implements Texts {

  private final Templates templates;
  private final Map<String, Object> constants;

  /// Joins them.
  ///
  /// @param constants variables that any template may use: the company's name, the office's
  public TemplateTexts(Templates templates, Map<String, Object> constants) {
    this.templates = templates;
    this.constants = Map.copyOf(constants);
  }

  @Override
  public Rendered write(String template, Channel channel, Map<String, ?> scope) {
    Map<String, Object> all = new HashMap<>(constants);
    all.putAll(scope);
    return templates.renderFrom(template, channel, all);
  }

  @Override
  public boolean alone(String template, Channel channel) {
    return templates.find(template, channel).map(TemplateSpec::alone).orElse(false);
  }

  @Override
  public Optional<Set<String>> variables(String template) {
    List<TemplateSpec> variants =
        templates.all().stream().filter(spec -> spec.name().equals(template)).toList();
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        variants.stream()
            .flatMap(spec -> spec.variables().stream())
            .filter(variable -> !variable.optional())
            .map(Variable::name)
            .filter(name -> !constants.containsKey(name))
            .collect(Collectors.toSet()));
  }

  @Override
  public Set<String> names() {
    return templates.all().stream().map(TemplateSpec::name).collect(Collectors.toSet());
  }
}
