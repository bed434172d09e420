package fr.duret.permanence.understanding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds communes by name, however hyphenated, accented, shortened or slightly misspelt. A name
/// that is an ordinary word or a first name (Bonne, Vers, Publier, Alex) is taken for a place only
/// where one was asked for or a word before says so.
final class Places {

  private static final int MANY_WORDS = 4;

  private final Vocabulary vocabulary;
  private final PlaceNames names;

  Places(Collection<String> names, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.names = new PlaceNames(names, vocabulary);
  }

  /// Those said by their names, first those after « à »; where none is, those meant by a part of
  /// the name or misspelt.
  ///
  /// @param asked whether the commune was asked for
  List<Finding<String>> read(Message message, Matches matches, boolean asked) {
    List<Finding<String>> every =
        names.isEmpty()
            ? List.of()
            : new PlaceSearch(vocabulary, names, message, matches, asked).all();
    if (every.isEmpty()) {
      return asked ? heard(message) : every;
    }
    List<Finding<String>> places =
        every.stream().filter(place -> !isCued(message, matches, "NAME:ROAD", place)).toList();
    return places.isEmpty() ? places : new PlaceChoice(message, matches).of(places);
  }

  /// Where a commune was asked for and none is written so: the first that sounds like it.
  private List<Finding<String>> heard(Message message) {
    int telling = message.size() <= 2 ? PlaceNames.TELLING - 1 : PlaceNames.TELLING;
    for (int from = 0; from < message.size(); from++) {
      for (int to = Math.min(message.size(), from + MANY_WORDS); to > from; to--) {
        List<String> words = message.words().subList(from, to).stream().map(Word::raw).toList();
        String key = PlaceNames.key(words);
        boolean plain = words.size() == 1 && vocabulary.isOrdinary(key);
        Optional<String> name =
            key.length() < telling || plain ? Optional.empty() : names.bySound(key);
        if (name.isPresent()) {
          Span span = message.span(from, to);
          return List.of(new Finding<>(name.get(), Confidence.LIKELY, span, "sounds so"));
        }
      }
    }
    return List.of();
  }

  /// Whether something under that label leads up to the place: « route de Thônes ».
  static boolean isCued(Message message, Matches matches, String label, Finding<String> place) {
    return matches.with(label).stream()
        .anyMatch(match ->
            match.to() < message.size()
                && message.word(match.to()).start() == place.span().start());
  }

  /// Whether that word alone is the name of a commune.
  boolean isCommune(String word) {
    return names.isName(word);
  }
}
