package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what the learned readers look at in a message: words, how they sound, pairs of words,
/// groups of letters, and what the words are about.
final class Traits {

  private final WordClasses classes = new WordClasses();
  private final Senses senses = new Senses();
  private final Map<String, WordTraits> prepared = new HashMap<>();

  /// @param words of everyday, to be worked out beforehand; others are read as well
  Traits(Collection<String> words) {
    for (String word : words) {
      prepared.put(word, WordTraits.of(prepared.size(), word, classes, senses));
    }
  }

  /// The names of what a word is about.
  List<String> senses(String word) {
    List<String> found = new ArrayList<>();
    for (int sense : of(word).senses()) {
      found.add(senses.name(sense));
    }
    return found;
  }

  /// A trait that another reader found.
  static int rule(String name) {
    return Trait.RULE.of(name.hashCode());
  }

  /// The traits of a message.
  MessageTraits of(Message message) {
    WordTraits[] words = new WordTraits[message.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = of(message.text(i));
    }
    return MessageTraits.of(words, !message.questions().isEmpty());
  }

  private WordTraits of(String word) {
    WordTraits known = prepared.get(word);
    return known == null ? WordTraits.of(WordTraits.UNPREPARED, word, classes, senses) : known;
  }

  /// The words worked out beforehand.
  Collection<WordTraits> prepared() {
    return prepared.values();
  }
}
