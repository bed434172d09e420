package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the engine needs of `templates`.
public interface Texts {

  /// A message written out.
  ///
  /// @param text the words
  /// @param purpose why it leaves
  /// @param needs how well the receiver must be recognised
  /// @param wantsAnswer whether it asks for an answer
  record Written(String text, Purpose purpose, Level needs, boolean wantsAnswer) {}

  /// Writes a message out.
  ///
  /// @param template its name, without channel: `rdv/motif`
  Written write(String template, Channel channel, Map<String, Object> variables);

  /// The variables a template uses; empty if there is no such template.
  Optional<Set<String>> variables(String template);
}
