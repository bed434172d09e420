package fr.duret.permanence.understanding;

import java.util.Arrays;

/// What the learned readers see in one message: the traits of each word alone, then those of words
/// together and of the whole.
final class MessageTraits {

  /// Is told of traits.
  @FunctionalInterface
  interface Listener {

    /// One trait.
    ///
    /// @param word the first word of the message that it rests on
    /// @param letters whether it is a group of letters
    void hear(int trait, int word, boolean letters);
  }

  /// What groups of letters count beside words; the weights learned hold it already.
  static final float LETTERS = 0.5f;

  private static final float FULL = 9;

  /// So many words on, two senses still belong together.
  private static final int NEAR = 4;

  private static final int TRAITS_WITH_OTHERS = 6;
  private static final int[] LENGTHS = {3, 6, 12, 25};

  private final WordTraits[] words;

  /// Traits of several words, and the first word of each.
  private int[] joint;

  private int[] places;
  private int count;

  /// Where in these the traits of the whole message begin.
  private int whole;

  private int size;
  private int letters;

  private MessageTraits(WordTraits[] words) {
    this.words = words;
    joint = new int[words.length * TRAITS_WITH_OTHERS + LENGTHS.length];
    places = new int[joint.length];
    for (WordTraits word : words) {
      size += word.size();
      letters += word.letters();
    }
  }

  /// Of no words at all.
  static MessageTraits none() {
    return new MessageTraits(new WordTraits[0]);
  }

  /// @param asks whether any of its sentences is a question
  static MessageTraits of(WordTraits[] words, boolean asks) {
    MessageTraits traits = new MessageTraits(words);
    for (int i = 0; i < words.length; i++) {
      traits.pairs(i);
      traits.senses(i);
    }
    traits.whole = traits.count;
    traits.whole(asks);
    traits.size += traits.count;
    return traits;
  }

  private void pairs(int at) {
    int sound = words[at].sound();
    if (at + 1 < words.length) {
      add(Trait.PAIR.of(sound, words[at + 1].sound()), at);
    }
    if (at + 2 < words.length) {
      add(Trait.SKIP.of(sound, words[at + 2].sound()), at);
    }
  }

  private void senses(int at) {
    for (int sense : words[at].senses()) {
      if (at > 0) {
        add(Trait.BEFORE_SENSE.of(words[at - 1].sound(), sense), at);
      }
      if (at + 1 < words.length) {
        add(Trait.AFTER_SENSE.of(sense, words[at + 1].sound()), at);
      }
      for (int next = at + 1; next < words.length && next <= at + NEAR; next++) {
        for (int other : words[next].senses()) {
          add(Trait.SENSES.of(sense, other), at);
        }
      }
    }
  }

  private void whole(boolean asks) {
    int length = 0;
    while (length < LENGTHS.length && words.length >= LENGTHS[length]) {
      length++;
    }
    add(Trait.LENGTH.of(length), 0);
    if (asks) {
      add(Trait.QUESTION.of(0), 0);
    }
    if (words.length > 0) {
      add(Trait.FIRST.of(words[0].sound()), 0);
    }
  }

  private void add(int trait, int place) {
    if (count == joint.length) {
      joint = Arrays.copyOf(joint, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    joint[count] = trait;
    places[count++] = place;
  }

  /// How many traits there are.
  int size() {
    return size;
  }

  /// How many words.
  int words() {
    return words.length;
  }

  /// A word of the message.
  WordTraits word(int index) {
    return words[index];
  }

  /// How many traits rest on more than a word.
  int together() {
    return count;
  }

  /// A trait that rests on more than a word.
  int together(int index) {
    return joint[index];
  }

  /// By how much each trait counts, so that long messages weigh no more than short ones.
  float share() {
    float length = size - letters + letters * LETTERS * LETTERS;
    return length == 0 ? 0 : FULL / (float) Math.sqrt(length);
  }

  /// Tells all traits in the order of the words, those of the whole last.
  void tell(Listener listener) {
    int at = 0;
    for (int word = 0; word < words.length; word++) {
      words[word].tell(word, listener);
      for (; at < whole && places[at] == word; at++) {
        listener.hear(joint[at], word, false);
      }
    }
    for (; at < count; at++) {
      listener.hear(joint[at], places[at], false);
    }
  }
}
