package fr.duret.permanence.conversation.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One flow.
///
/// @param name its name
/// @param where file and line
/// @param entries what brings a client here, by intent
/// @param starts steps at which code opens a conversation
/// @param variables variables that such code sets
/// @param on intents that lead elsewhere from any question of this flow
/// @param words words that lead elsewhere from any question of this flow, unless the question has
///   them among its own
/// @param silence what happens when its questions get no answer
/// @param steps its steps, by name, in the order of the file
public record Flow(
    String name,
    String where,
    Map<String, Entry> entries,
    List<Next.Goto> starts,
    Set<String> variables,
    Map<String, Next> on,
    List<Step.Choice> words,
    Silence silence,
    Map<String, Step> steps) {

  /// A way into a flow.
  ///
  /// @param where file and line
  /// @param intent the intent, in kebab case
  /// @param to the step
  /// @param aside whether what was being asked is taken up again afterwards
  /// @param urgent whether it goes before everything else
  public record Entry(String where, String intent, Next to, boolean aside, boolean urgent) {}
}
