package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The actions and recognisers that flows may name, and what runs the errands that actions leave.
public final class Registry {

  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Map<String, Recogniser> recognisers = new LinkedHashMap<>();
  private final Map<String, ErrandRunner> errands = new LinkedHashMap<>();

  /// Registers them all.
  ///
  /// @throws IllegalArgumentException if two have the same name
  public Registry(
      Collection<? extends Action> actions,
      Collection<? extends Recogniser> ears,
      Collection<? extends ErrandRunner> runners) {
    for (ErrandRunner runner : runners) {
      refuseTwice(errands.put(runner.kind(), runner), runner.kind());
    }
    for (Action action : actions) {
      refuseTwice(this.actions.put(action.name(), action), action.name());
    }
    for (Recogniser recogniser : ears) {
      refuseTwice(recognisers.put(recogniser.name(), recogniser), recogniser.name());
    }
  }

  /// What flows are checked against: these names and the texts' templates.
  public Vocabulary vocabulary(Texts texts) {
    return new Vocabulary() {
      @Override
      public Optional<Doing> action(String name) {
        return Optional.ofNullable(actions.get(name))
            .map(action -> new Doing(action.outcomes(), action.sets(), action.parameters()));
      }

      @Override
      public Optional<Doing> recogniser(String name) {
        return Optional.ofNullable(recognisers.get(name))
            .map(ear -> new Doing(ear.outcomes(), ear.sets(), Set.of()));
      }

      @Override
      public Optional<Set<String>> template(String name) {
        return texts.variables(name);
      }

      @Override
      public Set<String> actions() {
        return Collections.unmodifiableSet(actions.keySet());
      }

      @Override
      public Set<String> recognisers() {
        return Collections.unmodifiableSet(recognisers.keySet());
      }

      @Override
      public Set<String> templates() {
        return texts.names();
      }
    };
  }

  /// The names of all actions, so that a test can tell that every one is used.
  public Set<String> actions() {
    return Set.copyOf(actions.keySet());
  }

  /// The names of all recognisers.
  public Set<String> recognisers() {
    return Set.copyOf(recognisers.keySet());
  }

  Optional<Action> action(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  Optional<Recogniser> recogniser(String name) {
    return Optional.ofNullable(recognisers.get(name));
  }

  /// Does an errand.
  ///
  /// @throws IllegalArgumentException if nothing does errands of that kind
  void run(Errand errand) {
    ErrandRunner runner = errands.get(errand.kind());
    if (runner == null) {
      throw new IllegalArgumentException("nobody runs errands of kind " + errand.kind());
    }
    runner.run(errand.data());
  }

  private static void refuseTwice(@Nullable Object former, String name) {
    if (former != null) {
      throw new IllegalArgumentException("two are called " + name);
    }
  }
}
