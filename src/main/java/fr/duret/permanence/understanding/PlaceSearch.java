package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search for communes in one message: at each word the longest name of up to six words. Most
/// words are ordinary ones and told by that; a name is put together only where one may stand.
final class PlaceSearch {

  private static final int LONGEST = 6;
  private static final String ANNOUNCED = "name after a word of place";
  private static final String SHORTENED = "part of the name";
  private static final int MANY_WORDS = 4;

  /// A name of that length is misspelt, not another word, wherever it stands.
  private static final int LONG_NAME = 8;

  private static final int SHORT_WORD = 4;

  private final Vocabulary vocabulary;
  private final PlaceNames names;
  private final Message message;
  private final Matches matches;
  private final boolean asked;
  private final String[] keys;

  /// Of the keys that begin at one word and have one word, two words …
  private final int[] hashes = new int[LONGEST];

  private final int[] lengths = new int[LONGEST];

  PlaceSearch(
      Vocabulary vocabulary, PlaceNames names, Message message, Matches matches, boolean asked) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.message = message;
    this.matches = matches;
    this.asked = asked;
    keys = new String[message.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = PlaceNames.key(raw(i));
    }
  }

  private String raw(int word) {
    return message.word(word).raw();
  }

  private boolean isOrdinary(int word) {
    return message.written(word).isOrdinary();
  }

  /// All found, in the order of the text.
  List<Finding<String>> all() {
    List<Finding<String>> found = new ArrayList<>();
    int at = 0;
    while (at < message.size()) {
      at = next(at, found);
    }
    return found;
  }

  private int next(int from, List<Finding<String>> found) {
    if (matches.at("NAME:CIVILITY", from - 1)) {
      return from + 1;
    }
    int end = sum(from);
    for (int to = end; to > from; to--) {
      if (to - from > 1 || isAllowed(from)) {
        Optional<Finding<String>> place = at(from, to);
        if (place.isPresent()) {
          found.add(place.get());
          return to;
        }
      }
    }
    return from + 1;
  }

  /// Sums up the keys that begin at a word, and answers where the longest ends.
  private int sum(int from) {
    int to = from;
    int hash = 0;
    int length = 0;
    while (to < message.size()
        && to < from + LONGEST
        && message.word(to).sentence() == message.word(from).sentence()) {
      hash = Hashes.join(hash, keys[to]);
      length += keys[to].length();
      hashes[to - from] = hash;
      lengths[to - from] = length;
      to++;
    }
    return to;
  }

  /// Ordinary words and people's names are places only where a place must come.
  private boolean isAllowed(int word) {
    boolean doubtful = isOrdinary(word) || message.written(word).isFirstName();
    // « vers la gare » is not at Vers
    boolean leads = matches.at("NAME:PLACE", word) && message.size() > 1;
    return !doubtful
        || (isAfterPlaceWord(word) && message.capital(word))
        || (asked && message.size() <= MANY_WORDS && !leads);
  }

  private boolean isAfterPlaceWord(int word) {
    return matches.at("NAME:PLACE", word - 1);
  }

  private Optional<Finding<String>> at(int from, int to) {
    int last = to - from - 1;
    Optional<Finding<String>> named =
        names.mayBe(hashes[last]) ? named(from, to) : Optional.empty();
    if (named.isPresent()) {
      return named;
    }
    if (asked && to - from > 1 && lengths[last] >= LONG_NAME && !isHalved(from, to)) {
      Optional<String> heard = names.bySound(key(from, to));
      if (heard.isPresent()) {
        return heard.map(name -> likely(name, from, to, "sounds so"));
      }
    }
    boolean strange = isStrange(from, to) && !isHalved(from, to);
    boolean expected = strange && (asked || lengths[last] >= LONG_NAME || isAfterPlaceWord(from));
    return expected
        ? names
            .misspelt(key(from, to), words(from, to))
            .map(name -> likely(name, from, to, "misspelt"))
        : Optional.empty();
  }

  private Optional<Finding<String>> named(int from, int to) {
    String key = key(from, to);
    Optional<String> used = names.byUse(key);
    if (used.isPresent() && isFree(from, to)) {
      return used.map(name -> likely(name, from, to, SHORTENED));
    }
    if (names.isName(key)) {
      String name = names.name(key, words(from, to));
      String reason = isAfterPlaceWord(from) ? ANNOUNCED : "name";
      return Optional.of(new Finding<>(name, Confidence.SURE, message.span(from, to), reason));
    }
    return names.byPart(key).map(name -> likely(name, from, to, SHORTENED));
  }

  /// « La roche », « Saint Jean » are places only where one was asked for or a word before says so.
  private boolean isFree(int from, int to) {
    boolean plain = true;
    for (int i = from; i < to; i++) {
      plain &= isOrdinary(i) || message.written(i).isFirstName() || raw(i).length() < SHORT_WORD;
    }
    return !plain || asked || (isAfterPlaceWord(from) && message.capital(to - 1));
  }

  private Finding<String> likely(String name, int from, int to, String reason) {
    return new Finding<>(name, Confidence.LIKELY, message.span(from, to), reason);
  }

  private String key(int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(keys[i]);
    }
    return key.toString();
  }

  private List<String> words(int from, int to) {
    return message.words().subList(from, to).stream().map(Word::raw).toList();
  }

  /// Whether these words are no ordinary ones, so that they may be a name misspelt.
  private boolean isStrange(int from, int to) {
    boolean one = to - from == 1;
    boolean trimmed =
        one || (!isOrdinary(to - 1) && (!isOrdinary(from) || PlaceNames.isArticle(raw(from))));
    return trimmed
        && to - from <= MANY_WORDS
        && hasOnlyStrange(from, to)
        && !(one && isPerson(keys[from]));
  }

  private boolean hasOnlyStrange(int from, int to) {
    boolean any = false;
    for (int i = from; i < to; i++) {
      boolean telling = raw(i).length() >= SHORT_WORD;
      if (telling && isOrdinary(i) && !(to - from > 2 && names.isPartOfSome(raw(i)))) {
        return false;
      }
      any |= telling && !isOrdinary(i);
    }
    return any;
  }

  private boolean isPerson(String word) {
    return vocabulary.isFirstName(word) || vocabulary.isFamilyName(word);
  }

  /// Whether one written word stands for several of these (« cest »).
  private boolean isHalved(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (message.word(i).start() == message.word(i - 1).start()) {
        return true;
      }
    }
    return false;
  }

  /// Whether a part of the name says it.
  static boolean isShortened(Finding<String> place) {
    return place.reason().equals(SHORTENED);
  }

  /// Whether a word of place stood before.
  static boolean isAnnounced(Finding<String> place) {
    return place.reason().equals(ANNOUNCED);
  }
}
