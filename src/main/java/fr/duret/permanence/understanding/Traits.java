package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.List;

/// Finds what the learned readers look at in a message: words, how they sound, pairs of words,
/// groups of letters, and what the words are about.
final class Traits {

  private final WordClasses classes = new WordClasses();
  private final Senses senses = new Senses();

  /// The traits of a word alone.
  ///
  /// @param number its own among the words of everyday, from 0, or [WordTraits#UNPREPARED]
  WordTraits of(int number, String word) {
    return WordTraits.of(number, word, classes, senses);
  }

  /// The names of what a word is about.
  List<String> senses(WordTraits word) {
    List<String> found = new ArrayList<>();
    for (int sense : word.senses()) {
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
      words[i] = message.entry(i).traits();
    }
    return MessageTraits.of(words, !message.questions().isEmpty());
  }
}
