package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.templates.Rendered;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Texts that are their template's name and the variables worth seeing.
final class FakeTexts implements Texts {

  private static final Set<String> SHOWN = Set.of("kind", "slot", "period", "name", "called");

  @Override
  public Rendered write(String template, Channel channel, Map<String, ?> scope) {
    String values =
        scope.entrySet().stream()
            .filter(variable -> SHOWN.contains(variable.getKey()))
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .sorted()
            .collect(Collectors.joining(" ", " ", ""));
    String text =
        template.startsWith("engine/") ? template : "[" + template + values.stripTrailing() + "]";
    Purpose purpose = template.startsWith("urgence/") ? Purpose.SAFETY : Purpose.SERVICE;
    return new Rendered(template, channel, text, purpose, Level.UNKNOWN, true);
  }

  @Override
  public boolean alone(String template, Channel channel) {
    return template.equals("rdv/silence");
  }

  @Override
  public Optional<Set<String>> variables(String template) {
    return Optional.of(Set.of());
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }
}
