package fr.duret.permanence.understanding;

/// What the learned readers see in a word alone: itself, its sound, its groups of letters, what it
/// is about.
final class WordTraits {

  /// The number of a word that was not worked out beforehand.
  static final int UNPREPARED = Integer.MAX_VALUE;

  private static final int SHORT_GROUP = 3;
  private static final int LONG_GROUP = 4;
  private static final int[] NONE = {};

  private final int number;
  private final int word;
  private final int sound;
  private final int[] letters;
  private final int[] senses;

  private WordTraits(int number, int word, int sound, int[] letters, int[] senses) {
    this.number = number;
    this.word = word;
    this.sound = sound;
    this.letters = letters;
    this.senses = senses;
  }

  /// Works a word out.
  ///
  /// @param number its own, from 0, or [#UNPREPARED]
  static WordTraits of(int number, String written, WordClasses classes, Senses senses) {
    String word = classes.of(written);
    int hash = word.hashCode();
    return WordClasses.isClass(word)
        ? new WordTraits(number, hash, hash, NONE, senses.of(written))
        : new WordTraits(
            number, hash, Sound.of(word).hashCode(), groups("<" + word + ">"), senses.of(word));
  }

  /// All groups of three and four letters, as traits.
  private static int[] groups(String edged) {
    int[] groups = new int[Math.max(0, 2 * edged.length() - SHORT_GROUP - LONG_GROUP + 2)];
    int count = 0;
    for (int length = SHORT_GROUP; length <= LONG_GROUP; length++) {
      for (int from = 0; from + length <= edged.length(); from++) {
        groups[count++] = Trait.LETTERS.of(edged.substring(from, from + length).hashCode());
      }
    }
    return count == groups.length ? groups : java.util.Arrays.copyOf(groups, count);
  }

  /// Its number among the words worked out beforehand, or [#UNPREPARED].
  int number() {
    return number;
  }

  /// How it sounds.
  int sound() {
    return sound;
  }

  /// The numbers of what it is about; not to be changed.
  int[] senses() {
    return senses;
  }

  /// How many groups of letters it has.
  int letters() {
    return letters.length;
  }

  /// How many traits it has alone.
  int size() {
    return 2 + letters.length + senses.length;
  }

  /// Tells all traits that it has alone, as of that place in a message.
  void tell(int place, MessageTraits.Listener listener) {
    listener.hear(Trait.WORD.of(word), place, false);
    listener.hear(Trait.SOUND.of(sound), place, false);
    for (int group : letters) {
      listener.hear(group, place, true);
    }
    for (int sense : senses) {
      listener.hear(Trait.SENSE.of(sense), place, false);
    }
  }
}
