package fr.duret.permanence.understanding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the name somebody gives as his own: after « je m'appelle », after a civility, alone where
/// it was asked for, before a place, or under the message. An ordinary word is never a name, except
/// after « Mme » or a first name.
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
    NameWords words = new NameWords(message, matches, places, standing, asked);
    NameRuns runs = new NameRuns(message, matches, standing, words);
    LoneNames lone = new LoneNames(message, matches, standing, words, runs);
    Stream<NameFound> introduced =
        new IntroducedNames(message, matches, standing, words, runs, asked).all();
    Stream<NameFound> others =
        Stream.concat(
            Stream.concat(lone.placed().stream(), lone.signature().stream()),
            asked ? Stream.concat(lone.alone().stream(), lone.spelled().stream()) : Stream.empty());
    List<NameFound> all = NameChoice.distinct(Stream.concat(introduced, others));
    return new NameChoice(message, matches, words, asked).of(all);
  }
}
