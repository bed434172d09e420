package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
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
      Set.of(Intent.ACCEPT, Intent.REFUSE, Intent.CHOOSE, Intent.ANSWER);

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
  private final Set<String> abbreviations = words("abbreviations.txt");
  private final Spelling spelling;
  private final Traits traits;
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
    patterns.prepare(ordinary);
    emergencies.patterns().prepare(ordinary);
    traits = new Traits(ordinary);
    ordinary.removeAll(firstNames);
    Set<String> others = new HashSet<>(ordinary);
    others.addAll(firstNames);
    others.addAll(familyNames);
    spelling = new Spelling(corrected(), others);
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
    return spelling.correct(Splitter.split(text, abbreviations));
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
