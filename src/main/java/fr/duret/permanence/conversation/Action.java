package fr.duret.permanence.conversation;

import java.util.Set;

/// Something a flow can do besides talking: a step `do: NAME`. Stateless and thread-safe.
///
/// An action that writes to the world does so under a cause taken from [ActionContext#nextCause()],
/// in the same order at every run: a turn may be replayed, and the repeated command must then
/// return what it returned before. An action that only reads takes none, and so spares a durable
/// write.
public interface Action {

  /// The name flows use, in kebab case: `offer-slots`.
  String name();

  /// Every outcome [#run] may give, in kebab case; a flow must say for each where to go.
  Set<String> outcomes();

  /// The variables it may set; flows and templates may use no others (checked by `flows check`).
  default Set<String> sets() {
    return Set.of();
  }

  /// The keys it reads from the step's `with:`; others are refused by `flows check`.
  default Set<String> parameters() {
    return Set.of();
  }

  /// Does it. What may happen in business is an outcome; an exception means infrastructure and
  /// makes the whole turn be tried again later under the same causes.
  Result run(ActionContext context);
}
