package fr.duret.permanence.conversation.flow;

import java.util.Optional;
import java.util.Set;

/// The names a flow may use, and what is behind them as far as a check needs it.
public interface Vocabulary {

  /// An action or a recogniser seen from outside.
  ///
  /// @param outcomes what it may come to
  /// @param sets the variables it may set
  /// @param parameters the keys it reads from `with:`
  record Doing(Set<String> outcomes, Set<String> sets, Set<String> parameters) {}

  /// The action of that name, if there is one.
  Optional<Doing> action(String name);

  /// The recogniser of that name, if there is one.
  Optional<Doing> recogniser(String name);

  /// The variables that a template uses; empty if there is no such template.
  Optional<Set<String>> template(String name);
}
