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

  /// The variables that the engine gives to every template.
  static Set<String> engineVariables() {
    return VariableCheck.ENGINE;
  }

  /// The action of that name, if there is one.
  Optional<Doing> action(String name);

  /// The recogniser of that name, if there is one.
  Optional<Doing> recogniser(String name);

  /// The variables that a template uses; empty if there is no such template.
  Optional<Set<String>> template(String name);

  /// The names of all actions.
  Set<String> actions();

  /// The names of all recognisers.
  Set<String> recognisers();

  /// The names of all templates.
  Set<String> templates();
}
