package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the spelling of text messages into that of the vocabulary: « jpeux » → « je peux », «
/// rendez vous » → « rdv », and slips of the finger in words of the vocabulary. What was written
/// stays beside it, since « Mattin » may be a name.
final class Spelling {

  private record Rule(List<String> written, List<String> meant) {}

  /// Short words that lose their vowel, and often their apostrophe too. What follows these is a
  /// name, however like a word it looks.
  private static final Set<String> CIVILITIES = Set.of("m", "mme");

  private static final String ELIDED = "djlnsctm";

  private static final String VOWELS = "aeiouyh";

  private static final int SHORTEST_FUSED = 5;

  /// « merciiii », « okkk ».
  private static final java.util.regex.Pattern STRETCHED =
      java.util.regex.Pattern.compile("(.)\\1{2,}");

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Typos typos;

  /// @param vocabulary the words that matter: only these are corrected to
  /// @param others ordinary words that are never corrected
  Spelling(Collection<String> vocabulary, Collection<String> others) {
    for (String line : Lines.of("spelling.txt")) {
      add(line);
    }
    known.addAll(vocabulary);
    known.addAll(others);
    typos = new Typos(vocabulary);
  }

  private void add(String line) {
    int equals = line.indexOf(" = ");
    List<String> written = words(line.substring(0, equals));
    Rule rule = new Rule(written, words(line.substring(equals + 3)));
    List<Rule> same = rules.computeIfAbsent(written.getFirst(), w -> new ArrayList<>());
    same.add(rule);
    same.sort((a, b) -> b.written().size() - a.written().size());
  }

  /// The single words that are ways of writing others: never names.
  static List<String> written() {
    return Lines.of("spelling.txt").stream()
        .map(line -> words(line.substring(0, line.indexOf(" = "))))
        .filter(words -> words.size() == 1)
        .map(List::getFirst)
        .toList();
  }

  private static List<String> words(String text) {
    String folded = Fold.text(text);
    return folded.isEmpty() ? List.of(text.strip()) : Arrays.asList(folded.split(" +", -1));
  }

  /// The same words, spelt as the vocabulary is.
  List<Word> correct(List<Word> words) {
    List<Word> corrected = new ArrayList<>(words.size() + 4);
    int at = 0;
    while (at < words.size()) {
      at += correct(words, at, corrected);
    }
    return corrected;
  }

  /// Appends what is meant at a place and says how many words that took.
  private int correct(List<Word> words, int at, List<Word> to) {
    Word word = words.get(at);
    for (Rule rule : rules.getOrDefault(word.text(), List.of())) {
      if (fits(rule.written(), words, at)) {
        Word last = words.get(at + rule.written().size() - 1);
        for (String meant : rule.meant()) {
          to.add(
              new Word(
                  meant, word.raw(), word.start(), last.end(), word.sentence(), word.clause()));
        }
        return rule.written().size();
      }
    }
    if (!isKnown(word.text())) {
      unknown(word, to);
    } else {
      to.add(word);
    }
    return 1;
  }

  /// « dcourant », « lelectricite », « jattends »: a word that lost its apostrophe, or a slip.
  private void unknown(Word word, List<Word> to) {
    String text = STRETCHED.matcher(word.text()).replaceAll("$1");
    if (!text.equals(word.text()) && isKnown(text)) {
      to.add(word.spelt(text));
      return;
    }
    boolean fused =
        text.length() > SHORTEST_FUSED
            && ELIDED.indexOf(text.charAt(0)) >= 0
            && isKnown(text.substring(1));
    if (fused) {
      boolean je = text.charAt(0) == 'j' && VOWELS.indexOf(text.charAt(1)) < 0;
      to.add(word.spelt(je ? "je" : text.substring(0, 1)));
      to.add(word.spelt(text.substring(1)));
    } else {
      // « Mme Ribot » is no robot.
      boolean named = !to.isEmpty() && CIVILITIES.contains(to.getLast().text());
      to.add(named ? word : typos.nearest(text).map(word::spelt).orElse(word));
    }
  }

  /// Whether it is a word of its own; a plural of one is.
  private boolean isKnown(String word) {
    int last = word.length() - 1;
    boolean plural = last > 1 && (word.charAt(last) == 's' || word.charAt(last) == 'x');
    return known.contains(word) || (plural && known.contains(word.substring(0, last)));
  }

  private static boolean fits(List<String> written, List<Word> words, int at) {
    if (at + written.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < written.size(); i++) {
      Word word = words.get(at + i);
      if (!word.text().equals(written.get(i)) || word.sentence() != words.get(at).sentence()) {
        return false;
      }
    }
    return true;
  }
}
