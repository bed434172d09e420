package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads vocabulary files of patterns. A heading `[LABEL]` opens the patterns of a label; `@name =
/// mot|mot` names a set of words. A pattern is a line of
///
/// - `mot`, `mot|autre`, `stem*`, `@name`: one word of these (`=mot`: spelt exactly so);
/// - `[mot|autre]`: the same, but it may be missing;
/// - `..` and `...`: up to three, up to seven words in between;
/// - `^` first: at the beginning of a clause; `$` last: at its end;
/// - `+3` first: a weight (1 if not said).
///
/// Words are written with their accents and apostrophes; both are folded as in messages.
final class PatternReader {

  private static final int SHORT_GAP = 3;
  private static final int LONG_GAP = 7;

  private final WordSets sets;
  private final Map<String, String> named = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private String label = "";

  PatternReader(WordSets sets) {
    this.sets = sets;
  }

  /// Reads one file more; names of word sets are shared by all files.
  PatternReader read(String file) {
    for (String line : Lines.of(file)) {
      try {
        line(line);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(file + ": " + line + ": " + wrong.getMessage(), wrong);
      }
    }
    return this;
  }

  List<Pattern> patterns() {
    return patterns;
  }

  private void line(String line) {
    if (line.startsWith("[") && line.endsWith("]") && line.indexOf(' ') < 0 && isUpper(line)) {
      label = line.substring(1, line.length() - 1);
    } else if (line.startsWith("@") && line.contains(" = ")) {
      int equals = line.indexOf(" = ");
      named.put(line.substring(0, equals), expand(line.substring(equals + 3).replace(" ", "")));
    } else {
      patterns.add(pattern(line));
    }
  }

  private static boolean isUpper(String heading) {
    return Character.isUpperCase(heading.charAt(1));
  }

  private Pattern pattern(String line) {
    int weight = 1;
    boolean opening = false;
    List<Pattern.Step> steps = new ArrayList<>();
    for (String element : line.replace("'", " ").replace("’", " ").split(" +", -1)) {
      if (element.startsWith("+") && steps.isEmpty()) {
        weight = Integer.parseInt(element.substring(1));
      } else if (element.equals("^") && steps.isEmpty()) {
        opening = true;
      } else {
        steps.add(step(element));
      }
    }
    if (steps.isEmpty()
        || !(steps.getFirst() instanceof Pattern.Step.OneOf first && first.needed())) {
      throw new IllegalArgumentException("must begin with a word that is needed");
    }
    return new Pattern(label, weight, line, opening, steps);
  }

  private Pattern.Step step(String element) {
    if (element.equals("..")) {
      return new Pattern.Step.Gap(SHORT_GAP);
    }
    if (element.equals("...")) {
      return new Pattern.Step.Gap(LONG_GAP);
    }
    if (element.equals("$")) {
      return new Pattern.Step.Close();
    }
    boolean optional = element.startsWith("[") && element.endsWith("]");
    String words = optional ? element.substring(1, element.length() - 1) : element;
    return new Pattern.Step.OneOf(sets.number(expand(words)), !optional);
  }

  /// Replaces names by their sets and folds the words.
  private String expand(String words) {
    StringBuilder expanded = new StringBuilder();
    for (String word : words.split("\\|", -1)) {
      expanded.append(expanded.isEmpty() ? "" : "|").append(expandOne(word));
    }
    return expanded.toString();
  }

  private String expandOne(String word) {
    if (word.startsWith("@")) {
      String set = named.get(word);
      if (set == null) {
        throw new IllegalArgumentException("no such set: " + word);
      }
      return set;
    }
    String folded = Fold.text(word);
    String plain = folded.isEmpty() ? word : folded;
    if (plain.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("not one word: " + word);
    }
    return (word.startsWith("=") ? "=" : "") + plain + (word.endsWith("*") ? "*" : "");
  }
}
