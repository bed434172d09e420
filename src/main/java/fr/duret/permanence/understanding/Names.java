package fr.duret.permanence.understanding;

import java.util.List;
import java.util.Optional;

/// Finds the name somebody gives as his own: after « je m'appelle », after a civility, alone where
/// it was asked for, or under the message. An ordinary word is never a name, except after « Mme ».
final class Names {

  private final Places places;

  Names(Places places) {
    this.places = places;
  }

  /// @param matches the patterns found in the message
  /// @param communes what was found of these: a name ends where one begins
  /// @param asked whether a name was asked for
  Optional<Finding<PersonName>> read(
      Message message, Matches matches, List<Finding<String>> communes, boolean asked) {
    Standing standing = Standing.of(message, matches, communes);
    NameWords words = new NameWords(message, matches, places, asked);
    IntroducedNames introduced = new IntroducedNames(message, matches, standing, words, asked);
    LoneNames lone = new LoneNames(message, matches, standing, words);
    return introduced
        .labelled()
        .or(() -> asked ? lone.spelled() : Optional.empty())
        .or(introduced::couple)
        .or(introduced::afterStrongCue)
        .or(introduced::afterCivility)
        .or(introduced::afterWeakCue)
        .or(introduced::beforeCue)
        .or(() -> asked ? lone.alone() : Optional.empty())
        .or(lone::signature);
  }
}
