package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the answer to a question: a step's `accept: NAME`. A pure function, thread-safe.
public interface Recogniser {

  /// The name flows use, in kebab case: `slot-choice`.
  String name();

  /// Every outcome [#hear] may give; a flow must say for each where to go.
  Set<String> outcomes();

  /// The variables it may set.
  default Set<String> sets() {
    return Set.of();
  }

  /// Whether a doubt about danger (« plus d'odeur ») is an answer to its question, which weighs it,
  /// rather than another question. Danger told for real is the alarm at every question.
  default boolean weighsDanger() {
    return false;
  }

  /// Whether it has an outcome of its own for a [Hearing#doubtful] answer, with which the flow asks
  /// back. Otherwise the whole question is asked again.
  default boolean asksBack() {
    return false;
  }

  /// What `understanding` should know of the question: what was asked, the options on offer.
  ///
  /// @param variables the subject's variables
  Context context(Map<String, Object> variables);

  /// Reads one text.
  ///
  /// @return empty if it is no answer to this question; the engine then looks whether it corrects
  ///   something said before, changes the subject or must be asked again
  Optional<Result> hear(Hearing hearing);
}
