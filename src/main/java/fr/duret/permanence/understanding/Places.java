package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds communes by name, however hyphenated, accented, shortened or slightly misspelt. A name
/// that is an ordinary word or a first name (Bonne, Vers, Publier, Alex) is taken for a place only
/// where one was asked for or a word before says so.
final class Places {

  private static final int LONGEST = 6;
  private static final String ANNOUNCED = "name after a word of place";
  private static final int MANY_WORDS = 4;
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
  private static final int TELLING = 5;

  /// A name of that length is misspelt, not another word, wherever it stands.
  private static final int LONG_NAME = 8;

  /// A shorter part of a name is one slip from too many everyday words (« cest », Crest-Voland).
  private static final int LONG_PART = 7;

  private final Vocabulary vocabulary;
  private final Map<String, String> exact = new HashMap<>();

  /// As written, word by word: Lathuile is not La Thuile.
  private final Map<String, String> written = new HashMap<>();

  private final Map<String, String> parts = new HashMap<>();

  /// By how they sound (« poizi »); null where two sound alike.
  private final Map<String, Optional<String>> sounds = new HashMap<>();

  private final Typos typos;
  private final Typos partTypos;
  private final Typos wordTypos;

  Places(Collection<String> names, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    Set<String> ambiguous = new HashSet<>();
    for (String name : names) {
      List<String> words = List.of(Fold.text(name).split(" +", -1));
      exact.put(key(words), name);
      sounds.merge(Sound.of(key(words)), Optional.of(name), (one, other) -> Optional.empty());
      written.put(String.join(" ", words), name);
      if (words.size() > 1) {
        boolean article = ARTICLES.contains(words.getFirst());
        List<String> rest = words.subList(1, words.size());
        boolean speaks = article || (rest.size() > 1 && !LINKS.contains(rest.getFirst()));
        part(key(rest), name, speaks, ambiguous);
        part(key(words.subList(0, 1)), name, !article, ambiguous);
      }
    }
    ambiguous.forEach(parts::remove);
    exact.keySet().forEach(parts::remove);
    typos = new Typos(exact.keySet());
    wordTypos =
        new Typos(
            names.stream()
                .flatMap(name -> List.of(Fold.text(name).split(" +", -1)).stream())
                .toList());
    partTypos = new Typos(parts.keySet().stream().filter(p -> p.length() >= LONG_PART).toList());
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

  private static String key(List<String> words) {
    StringBuilder key = new StringBuilder();
    words.forEach(word -> key.append(SHORT.getOrDefault(word, word)));
    return key.toString();
  }

  /// Those said by their names, first those after « à »; where none is, those meant by a part of
  /// the name or misspelt.
  ///
  /// @param asked whether the commune was asked for
  List<Finding<String>> read(Message message, Matches matches, boolean asked) {
    List<Finding<String>> every = all(message, matches, asked);
    if (every.isEmpty() && asked) {
      return heard(message);
    }
    List<Finding<String>> meant =
        every.stream().filter(place -> !isLeft(message, matches, place)).toList();
    List<Finding<String>> all = meant.isEmpty() ? every : meant;
    List<Finding<String>> named =
        all.stream().filter(place -> place.confidence() == Confidence.SURE).toList();
    return named.isEmpty()
        ? all
        : named.stream().sorted(Comparator.comparing(place -> !isAnnounced(place))).toList();
  }

  /// Where a commune was asked for and none is written so: the first that sounds like it.
  private List<Finding<String>> heard(Message message) {
    for (int from = 0; from < message.size(); from++) {
      for (int to = Math.min(message.size(), from + MANY_WORDS); to > from; to--) {
        List<String> words = message.words().subList(from, to).stream().map(Word::raw).toList();
        String key = key(words);
        boolean plain = words.size() == 1 && vocabulary.isOrdinary(key);
        Optional<String> name =
            key.length() < TELLING || plain
                ? Optional.empty()
                : sounds.getOrDefault(Sound.of(key), Optional.empty());
        if (name.isPresent()) {
          Span span = message.span(from, to);
          return List.of(new Finding<>(name.get(), Confidence.LIKELY, span, "sounds so"));
        }
      }
    }
    return List.of();
  }

  /// « Pas Annecy, Menthon », « j'étais sur Annecy, maintenant c'est Argonay ».
  private static boolean isLeft(Message message, Matches matches, Finding<String> place) {
    return matches.with("NAME:NOT-PLACE").stream()
        .anyMatch(match ->
            match.to() < message.size()
                && message.word(match.to()).start() == place.span().start());
  }

  private static boolean isAnnounced(Finding<String> place) {
    return place.reason().equals(ANNOUNCED);
  }

  private List<Finding<String>> all(Message message, Matches matches, boolean asked) {
    if (exact.isEmpty()) {
      return List.of();
    }
    List<Finding<String>> found = new ArrayList<>();
    int at = 0;
    while (at < message.size()) {
      int length = 0;
      for (int words = Math.min(LONGEST, message.size() - at); words > 0 && length == 0; words--) {
        Optional<Finding<String>> place = at(message, matches, at, at + words, asked);
        place.ifPresent(found::add);
        length = place.isPresent() ? words : 0;
      }
      at += Math.max(1, length);
    }
    return found;
  }

  private Optional<Finding<String>> at(
      Message message, Matches matches, int from, int to, boolean asked) {
    if (message.word(from).sentence() != message.word(to - 1).sentence()
        || !allowed(message, matches, from, to, asked)) {
      return Optional.empty();
    }
    List<String> words = message.words().subList(from, to).stream().map(Word::raw).toList();
    String key = key(words);
    Span span = message.span(from, to);
    if (exact.containsKey(key)) {
      String name = written.getOrDefault(String.join(" ", words), named(key));
      String reason = announced(matches, from) ? ANNOUNCED : "name";
      return Optional.of(new Finding<>(name, Confidence.SURE, span, reason));
    }
    String whole = parts.get(key);
    if (whole != null) {
      return Optional.of(new Finding<>(whole, Confidence.LIKELY, span, "part of the name"));
    }
    boolean expected = asked || key.length() >= LONG_NAME || announced(matches, from);
    return expected && !isHalved(message, from, to)
        ? misspelt(words, key).map(n -> new Finding<>(n, Confidence.LIKELY, span, "misspelt"))
        : Optional.empty();
  }

  /// Whether one written word stands for several of these (« cest »).
  private static boolean isHalved(Message message, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (message.word(i).start() == message.word(i - 1).start()) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> misspelt(List<String> words, String key) {
    boolean strange =
        words.size() <= MANY_WORDS
            && words.stream().allMatch(word -> word.length() < 4 || !vocabulary.isOrdinary(word))
            && words.stream().anyMatch(word -> word.length() > 3)
            && (words.size() > 1 || !isPerson(key));
    boolean trimmed =
        words.size() == 1
            || (!vocabulary.isOrdinary(words.getLast())
                && (ARTICLES.contains(words.getFirst())
                    || !vocabulary.isOrdinary(words.getFirst())));
    return strange && trimmed
        ? typos
            .nearest(key)
            .or(() -> partTypos.nearest(key))
            .or(() -> wordByWord(words))
            .map(this::named)
        : Optional.empty();
  }

  /// « Anecy le vieu »: one slip in each of two words.
  private Optional<String> wordByWord(List<String> words) {
    if (words.size() == 1) {
      return Optional.empty();
    }
    String key = key(words.stream().map(word -> wordTypos.nearest(word).orElse(word)).toList());
    return exact.containsKey(key) ? Optional.of(key) : typos.nearest(key);
  }

  private boolean isPerson(String word) {
    return vocabulary.isFirstName(word) || vocabulary.isFamilyName(word);
  }

  private String named(String key) {
    return exact.getOrDefault(key, parts.getOrDefault(key, key));
  }

  /// Whether that word alone is the name of a commune.
  boolean isCommune(String word) {
    return exact.containsKey(word);
  }

  /// Ordinary words and people's names are places only where a place must come.
  private boolean allowed(Message message, Matches matches, int from, int to, boolean asked) {
    boolean afterCivility = matches.at("NAME:CIVILITY", from - 1);
    if (afterCivility) {
      return false;
    }
    String raw = message.word(from).raw();
    boolean doubtful =
        to - from == 1 && (vocabulary.isOrdinary(raw) || vocabulary.isFirstName(raw));
    if (!doubtful) {
      return true;
    }
    boolean announced = announced(matches, from) && message.capital(from);
    return announced || (asked && message.size() <= MANY_WORDS);
  }

  private static boolean announced(Matches matches, int from) {
    return matches.at("NAME:PLACE", from - 1);
  }
}
