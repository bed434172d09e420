package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a template declares about itself: what flows and the gate are checked against.
///
/// @param name `rdv/motif`
/// @param channel the channel of this variant
/// @param file path below the templates' folder
/// @param purpose why it leaves
/// @param needs how well its receiver must be recognised
/// @param wantsAnswer whether it needs a two-way sender
/// @param alone whether the notice « assistant automatique » is never put before it (it says so
///   itself, or is not for clients, or is sent first by us)
/// @param segments SMS segments allowed at worst
/// @param variables what callers must give, in the order declared
public record TemplateSpec(
    String name,
    Channel channel,
    String file,
    Purpose purpose,
    Level needs,
    boolean wantsAnswer,
    boolean alone,
    int segments,
    List<Variable> variables) {

  /// Keeps a copy of the variables.
  public TemplateSpec {
    variables = List.copyOf(variables);
  }

  /// The names of its variables.
  public Set<String> names() {
    return variables.stream().map(Variable::name).collect(Collectors.toUnmodifiableSet());
  }
}
