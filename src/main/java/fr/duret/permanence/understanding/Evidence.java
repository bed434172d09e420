package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Reading;
import java.util.List;
import java.util.Optional;

/// What the other readers found in a message, on which intents rest.
///
/// @param matches the patterns found
/// @param called whether one of ours is called for by name, and nothing else said
record Evidence(
    Matches matches,
    Reading dates,
    Answer answer,
    Choice choice,
    Optional<Finding<PersonName>> name,
    List<Finding<String>> communes,
    Optional<Finding<String>> street,
    List<Finding<Motive>> motives,
    Language language,
    boolean called) {

  Optional<Finding<Motive>> motive() {
    return motives.stream().findFirst();
  }
}
