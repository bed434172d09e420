package fr.duret.permanence.conversation.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A vocabulary just big enough for the examples of the documentation and of the tests.
public final class SmallVocabulary implements Vocabulary {

  private static final Map<String, Doing> ACTIONS =
      Map.of(
          "offer-slots",
          new Doing(Set.of("offered", "none"), Set.of("slots"), Set.of("count")),
          "release-hold",
          new Doing(Set.of("released"), Set.of(), Set.of()),
          "open-ticket",
          new Doing(Set.of("opened"), Set.of(), Set.of()));

  private static final Map<String, Doing> RECOGNISERS =
      Map.of(
          "slot-choice",
          new Doing(
              Set.of("chosen", "other-period", "none-suits"), Set.of("slot", "period"), Set.of()),
          "yes-no",
          new Doing(Set.of("yes", "no"), Set.of(), Set.of()));

  private static final Map<String, Set<String>> TEMPLATES =
      Map.of("rdv/creneaux", Set.of("slots"), "rdv/rappel", Set.of("visit"), "rdv/merci", Set.of());

  @Override
  public Optional<Doing> action(String name) {
    return Optional.ofNullable(ACTIONS.get(name));
  }

  @Override
  public Optional<Doing> recogniser(String name) {
    return Optional.ofNullable(RECOGNISERS.get(name));
  }

  @Override
  public Optional<Set<String>> template(String name) {
    if (name.startsWith("absent/")) {
      return Optional.empty();
    }
    return Optional.of(TEMPLATES.getOrDefault(name, Set.of()));
  }

  @Override
  public Set<String> actions() {
    return ACTIONS.keySet();
  }

  @Override
  public Set<String> recognisers() {
    return RECOGNISERS.keySet();
  }

  @Override
  public Set<String> templates() {
    return TEMPLATES.keySet();
  }
}
