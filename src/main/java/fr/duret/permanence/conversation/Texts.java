package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.templates.Rendered;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the engine needs of `templates`; [TemplateTexts] joins it to the real ones.
public interface Texts {

  /// Writes a message out.
  ///
  /// @param template its name, without channel: `rdv/motif`
  /// @param scope all variables there are; the template takes what it declares
  /// @throws IllegalArgumentException if there is no such template for the channel, or a variable
  ///   that it needs is missing or of a wrong kind
  Rendered write(String template, Channel channel, Map<String, ?> scope);

  /// Whether nothing may be put before this message.
  boolean alone(String template, Channel channel);

  /// The variables that a flow must give to a template; empty if there is no such template.
  Optional<Set<String>> variables(String template);

  /// The names of all templates, without channel.
  Set<String> names();
}
