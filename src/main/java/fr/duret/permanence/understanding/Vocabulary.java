package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// All word lists, loaded once, and what they make of a text: a corrected message.
final class Vocabulary {

  /// Intents that are told by examples; each has a file of its name.
  private static final Set<Intent> WITHOUT_EXAMPLES =
      Set.of(Intent.KEEP, Intent.ACCEPT, Intent.REFUSE, Intent.CHOOSE, Intent.ANSWER);

  private final Patterns patterns =
      Patterns.load(
          UnaryOperator.identity(),
          "cues.txt",
          "answers.txt",
          "choices.txt",
          "motives.txt",
          "names.txt");
  private final Emergencies emergencies = new Emergencies();
  private final Set<String> firstNames = words("first-names.txt");
  private final Set<String> familyNames = words("family-names.txt");
  private final Set<String> ordinary = words("ordinary.txt");
  private final Set<String> common = words("common.txt");
  private final Set<String> abbreviations = words("abbreviations.txt");
  private final Spelling spelling;
  private final Traits traits = new Traits();
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Neighbours.Example> examples = new ArrayList<>();

  Vocabulary() {
    ordinary.addAll(Spelling.written());
    ordinary.addAll(patterns.vocabulary());
    ordinary.addAll(emergencies.patterns().vocabulary());
    Map<Intent, List<String>> lines = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      if (!WITHOUT_EXAMPLES.contains(intent)) {
        lines.put(intent, Lines.of(file(intent)));
      }
    }
    lines.values().forEach(list -> list.forEach(this::learn));
    Set<String> everyday = new HashSet<>(ordinary);
    everyday.addAll(firstNames);
    everyday.addAll(familyNames);
    ordinary.removeAll(firstNames);
    everyday.forEach(word -> entries.put(word, entry(entries.size(), word)));
    spelling = new Spelling(corrected(), everyday);
    lines.forEach((intent, list) ->
        list.forEach(line -> examples.add(new Neighbours.Example(intent, read(line)))));
  }

  /// Takes the words of an example for ordinary ones, but not the names in it.
  private void learn(String example) {
    for (String word : example.split("[ '’]", -1)) {
      String folded = Fold.text(word);
      boolean name = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
      if (!name && !familyNames.contains(folded)) {
        ordinary.addAll(List.of(folded.split(" +", -1)));
      }
    }
  }

  /// Words worth correcting to: those that decide something, not those that merely occur.
  private Set<String> corrected() {
    Set<String> words = new HashSet<>(patterns.vocabulary());
    words.addAll(emergencies.patterns().vocabulary());
    return words;
  }

  private static String file(Intent intent) {
    return "intents/" + intent.name().toLowerCase(Locale.ROOT) + ".txt";
  }

  private static Set<String> words(String file) {
    Set<String> words = new HashSet<>();
    for (String line : Lines.of(file)) {
      for (String word : line.split(" +", -1)) {
        words.addAll(List.of(Fold.text(word).split(" +", -1)));
      }
    }
    return words;
  }

  /// A text as the readers want it.
  Message read(String text) {
    Written split = Splitter.split(text, abbreviations);
    List<Word> words = spelling.correct(split.words());
    List<Entry> spelt = new ArrayList<>(words.size());
    List<Entry> written = new ArrayList<>(words.size());
    for (Word word : words) {
      Entry entry = entry(word.text());
      spelt.add(entry);
      written.add(word.text().equals(word.raw()) ? entry : entry(word.raw()));
    }
    return new Message(split.source(), words, split.questions(), spelt, written);
  }

  private Entry entry(String word) {
    Entry known = entries.get(word);
    return known == null ? entry(WordTraits.UNPREPARED, word) : known;
  }

  private Entry entry(int number, String word) {
    return new Entry(
        ordinary.contains(word),
        ordinary.contains(word) || common.contains(word),
        firstNames.contains(word),
        familyNames.contains(word),
        patterns.sets(word),
        emergencies.patterns().sets(word),
        traits.of(number, word));
  }

  /// Every place where a pattern is found, but those of danger.
  Matches find(Message message) {
    int[][] members = new int[message.size()][];
    for (int i = 0; i < members.length; i++) {
      members[i] = message.entry(i).cues();
    }
    return new Matches(patterns.find(message, members));
  }

  /// The words of everyday; their traits are numbered from 0.
  Map<String, Entry> entries() {
    return entries;
  }

  Patterns patterns() {
    return patterns;
  }

  Emergencies emergencies() {
    return emergencies;
  }

  Traits traits() {
    return traits;
  }

  List<Neighbours.Example> examples() {
    return examples;
  }

  /// Whether that is the first name of many people.
  boolean isFirstName(String word) {
    return firstNames.contains(word);
  }

  /// Whether that is the family name of many people.
  boolean isFamilyName(String word) {
    return familyNames.contains(word);
  }

  /// Whether that is an ordinary word of the language, no name.
  boolean isOrdinary(String word) {
    return ordinary.contains(word);
  }
}
