package fr.duret.permanence.understanding;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names of communes, by all that is written for them: whole, in part, misspelt, as they sound.
/// A key is a name's words in one, long for short (« st » is « saint »).
final class PlaceNames {

  private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l");
  private static final Set<String> LINKS =
      Set.of("le", "la", "les", "l", "sur", "sous", "de", "du", "des", "d", "en", "et", "pres");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("st", "saint"),
          Map.entry("ste", "sainte"),
          Map.entry("s", "sur"),
          Map.entry("ss", "sous"),
          Map.entry("grd", "grand"),
          Map.entry("gd", "grand"),
          Map.entry("gde", "grande"),
          Map.entry("pt", "petit"),
          Map.entry("mt", "mont"),
          Map.entry("vx", "vieux"),
          Map.entry("nd", "notredame"));

  /// Shorter parts of names are too often parts of something else.
  static final int TELLING = 5;

  /// A shorter part of a name is one slip from too many everyday words (« cest », Crest-Voland).
  private static final int LONG_PART = 7;

  private final Vocabulary vocabulary;
  private final Map<String, String> exact = new LinkedHashMap<>();

  /// As written, word by word: Lathuile is not La Thuile.
  private final Map<String, String> written = new HashMap<>();

  private final Map<String, String> parts = new LinkedHashMap<>();

  /// What people say instead (`places.txt`).
  private final Map<String, String> usual = new HashMap<>();

  /// By how they sound (« poizi »); empty where two sound alike.
  private final Map<String, Optional<String>> sounds = new HashMap<>();

  private final HashFilter keys;
  private final Typos typos;
  private final Typos partTypos;
  private final Typos wordTypos;
  private final Set<String> nameWords;

  PlaceNames(Collection<String> names, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    Set<String> ambiguous = new HashSet<>();
    names.forEach(name -> learn(name, ambiguous));
    ambiguous.forEach(parts::remove);
    exact.keySet().forEach(parts::remove);
    learnUsual();
    Set<String> telling = new HashSet<>(parts.keySet());
    telling.addAll(usual.keySet());
    keys = new HashFilter(exact.keySet(), telling);
    typos = new Typos(exact.keySet());
    nameWords = names.stream().flatMap(name -> words(name).stream()).collect(toSet());
    wordTypos = new Typos(nameWords);
    partTypos = new Typos(parts.keySet().stream().filter(p -> p.length() >= LONG_PART).toList());
  }

  private void learnUsual() {
    for (String line : Lines.of("places.txt")) {
      String[] sides = line.split(" = ", -1);
      String name = exact.get(key(words(sides[1])));
      if (name != null) {
        usual.put(key(words(sides[0])), name);
      }
    }
  }

  private void learn(String name, Set<String> ambiguous) {
    List<String> words = words(name);
    exact.put(key(words), name);
    sounds.merge(sound(key(words)), Optional.of(name), (one, other) -> Optional.empty());
    written.put(String.join(" ", words), name);
    if (words.size() > 1) {
      boolean article = isArticle(words.getFirst());
      List<String> rest = words.subList(1, words.size());
      boolean speaks = article || (rest.size() > 1 && !LINKS.contains(rest.getFirst()));
      part(key(rest), name, speaks, ambiguous);
      part(key(words.subList(0, 1)), name, !article, ambiguous);
    }
  }

  private static List<String> words(String name) {
    return List.of(Fold.text(name).split(" +", -1));
  }

  private void part(String part, String name, boolean usual, Set<String> ambiguous) {
    boolean telling =
        usual
            && part.length() >= TELLING
            && !vocabulary.isOrdinary(part)
            && !vocabulary.isFirstName(part);
    if (telling) {
      String other = parts.put(part, name);
      if (other != null && !other.equals(name)) {
        ambiguous.add(part);
      }
    }
  }

  static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  /// The part of a key that a word makes.
  static String key(String word) {
    return SHORT.getOrDefault(word, word);
  }

  static String key(List<String> words) {
    StringBuilder key = new StringBuilder();
    words.forEach(word -> key.append(key(word)));
    return key.toString();
  }

  boolean isEmpty() {
    return exact.isEmpty();
  }

  /// Whether a key of that hash may be a name or a part of one.
  boolean mayBe(int hash) {
    return keys.mayHold(hash);
  }

  /// Whether that key is a name.
  boolean isName(String key) {
    return exact.containsKey(key);
  }

  /// The name of such a key, written in these words.
  String name(String key, List<String> words) {
    return written.getOrDefault(String.join(" ", words), named(key));
  }

  /// The name of which that key is a part.
  Optional<String> byPart(String key) {
    return Optional.ofNullable(parts.get(key));
  }

  /// The name instead of which people say that key, though it may be another's.
  Optional<String> byUse(String key) {
    return Optional.ofNullable(usual.get(key));
  }

  /// Whether that word is a part of some name.
  boolean isPartOfSome(String word) {
    return nameWords.contains(word);
  }

  /// The only name that sounds like that key.
  Optional<String> bySound(String key) {
    return sounds.getOrDefault(sound(key), Optional.empty());
  }

  /// « Meythet » is heard as « meitet », « Duingt » as « duin ».
  private static String sound(String key) {
    return Sound.of(key.replace("ey", "ei").replaceAll("ngt\\b", "n"));
  }

  /// The name misspelt in these words.
  Optional<String> misspelt(String key, List<String> words) {
    return typos
        .nearest(key)
        .or(() -> partTypos.nearest(key))
        .or(() -> wordByWord(words))
        .map(this::named);
  }

  /// « Anecy le vieu »: one slip in each of two words.
  private Optional<String> wordByWord(List<String> words) {
    if (words.size() == 1) {
      return Optional.empty();
    }
    String key = key(words.stream().map(word -> wordTypos.nearest(word).orElse(word)).toList());
    return exact.containsKey(key) ? Optional.of(key) : typos.nearest(key);
  }

  private String named(String key) {
    return exact.getOrDefault(key, parts.getOrDefault(key, key));
  }
}
