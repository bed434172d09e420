package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Reading;
import java.util.List;
import java.util.Optional;

/// All that one message means, as far as it was understood. The parts are independent: « ok pour la
/// 2, c'est Mme Favre à Seynod » fills four of them.
///
/// @param intents what the client wants, best first, at most three, never empty ([Intent#OTHER]
///   when nothing was understood)
/// @param dates what the message says about time; its best reading is `dates().best()`
/// @param choice the pick among the options of the context
/// @param answer yes or no
/// @param name the name the client gives as his own
/// @param communes the communes mentioned, in the order of the text, by the names of the table
/// @param street where exactly: number and street as written, or a hamlet (likely)
/// @param motives what the visit is for, the plainest first; a second one only if it is another
///   need (« entretien et aussi une prise en panne »), not another reading of the same
/// @param emergency whether danger is told
/// @param language the language guessed
public record Understood(
    List<Finding<Intent>> intents,
    Reading dates,
    Choice choice,
    Answer answer,
    Optional<Finding<PersonName>> name,
    List<Finding<String>> communes,
    Optional<Finding<String>> street,
    List<Finding<Motive>> motives,
    Emergency emergency,
    Language language) {

  /// The same with that street.
  Understood at(Finding<String> where) {
    return new Understood(
        intents,
        dates,
        choice,
        answer,
        name,
        communes,
        Optional.of(where),
        motives,
        emergency,
        language);
  }

  /// What the visit is for, above all.
  public Optional<Finding<Motive>> motive() {
    return motives.stream().findFirst();
  }

  /// The best reading of what the client wants.
  public Intent intent() {
    return intents.getFirst().value();
  }

  /// How sure that reading is.
  public Confidence confidence() {
    return intents.getFirst().confidence();
  }

  /// Whether that intent is among the readings, with at least this confidence.
  public boolean means(Intent intent, Confidence atLeast) {
    return intents.stream()
        .anyMatch(found -> found.value() == intent && found.confidence().atLeast(atLeast));
  }
}
