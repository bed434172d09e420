package fr.duret.permanence.understanding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What examples and messages are compared by: words, pairs of words, and groups of three letters,
/// so that a misspelt word is still near the right one. Days, months and numbers stand for their
/// class.
final class Features {

  /// The features of a text.
  static final class Found {

    private final int[] ids;
    private final int strange;

    private Found(int[] ids, int strange) {
      this.ids = ids;
      this.strange = strange;
    }

    /// Their numbers, ascending, each once; not to be changed.
    int[] ids() {
      return ids;
    }

    /// How many words no example has.
    int strange() {
      return strange;
    }
  }

  private static final int RADIX = 38;
  private static final int GROUPS = RADIX * RADIX * RADIX;
  private static final int UNKNOWN = -1;
  private static final int[] NONE = {};

  /// How much pairs of words and groups of letters count beside words.
  private static final float PAIR = 0.6f;

  private static final float LETTERS = 0.35f;

  private final WordClasses classes = new WordClasses();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();
  private boolean growing = true;
  private int next = GROUPS;

  /// The features of words of everyday, by their numbers.
  private WordFeatures[] everyday = {};

  /// What a word has alone: its own feature, or [#UNKNOWN], and those of its groups of letters.
  private static final class WordFeatures {

    private final int id;
    private final int[] groups;

    WordFeatures(int id, int[] groups) {
      this.id = id;
      this.groups = groups;
    }
  }

  /// From now on new words get no number.
  ///
  /// @param entries the words of everyday, to be worked out beforehand
  void freeze(Map<String, Entry> entries) {
    growing = false;
    everyday = new WordFeatures[entries.size()];
    entries.forEach((word, entry) -> everyday[entry.traits().number()] = features(word));
  }

  private WordFeatures features(String written) {
    String word = classes.of(written);
    int id = word(word);
    return new WordFeatures(id, WordClasses.isClass(word) ? NONE : groups(word));
  }

  private WordFeatures features(Message message, int word) {
    int number = message.entry(word).traits().number();
    return number < everyday.length ? everyday[number] : features(message.text(word));
  }

  /// One more than the highest number given.
  int size() {
    return next;
  }

  /// How much each feature counts by its kind, before its rarity.
  float[] kinds() {
    float[] kinds = new float[next];
    Arrays.fill(kinds, 1);
    Arrays.fill(kinds, 0, GROUPS, LETTERS);
    pairs.values().forEach(id -> kinds[id] = PAIR);
    return kinds;
  }

  /// The features of some words of a message.
  Found of(Message message, int from, int to) {
    int most = 0;
    for (int i = from; i < to; i++) {
      most += 2 + message.text(i).length();
    }
    int[] ids = new int[most];
    int count = 0;
    int strange = 0;
    int before = UNKNOWN;
    for (int i = from; i < to; i++) {
      WordFeatures word = features(message, i);
      if (word.id == UNKNOWN) {
        strange++;
      } else {
        ids[count++] = word.id;
        int pair = before == UNKNOWN ? UNKNOWN : pair(before, word.id);
        if (pair != UNKNOWN) {
          ids[count++] = pair;
        }
      }
      System.arraycopy(word.groups, 0, ids, count, word.groups.length);
      count += word.groups.length;
      before = word.id;
    }
    return new Found(distinct(ids, count), strange);
  }

  private static int[] distinct(int[] ids, int count) {
    Arrays.sort(ids, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || ids[i] != ids[i - 1]) {
        ids[kept++] = ids[i];
      }
    }
    return Arrays.copyOf(ids, kept);
  }

  private int word(String word) {
    Integer known = words.get(word);
    if (known == null && growing) {
      known = next++;
      words.put(word, known);
    }
    return known == null ? UNKNOWN : known;
  }

  private int pair(int first, int second) {
    long key = (long) first << Integer.SIZE | second;
    Integer known = pairs.get(key);
    if (known == null && growing) {
      known = next++;
      pairs.put(key, known);
    }
    return known == null ? UNKNOWN : known;
  }

  private static int[] groups(String word) {
    int[] groups = new int[word.length()];
    int before = 0;
    int last = code(word.charAt(0));
    for (int i = 1; i <= word.length(); i++) {
      int letter = i == word.length() ? 0 : code(word.charAt(i));
      groups[i - 1] = (before * RADIX + last) * RADIX + letter;
      before = last;
      last = letter;
    }
    return groups;
  }

  private static int code(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1;
    }
    return c >= '0' && c <= '9' ? c - '0' + 27 : RADIX - 1;
  }
}
