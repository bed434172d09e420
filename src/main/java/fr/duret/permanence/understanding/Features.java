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

  /// How much pairs of words and groups of letters count beside words.
  private static final float PAIR = 0.6f;

  private static final float LETTERS = 0.35f;

  private final WordClasses classes = new WordClasses();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();
  private boolean growing = true;
  private int next = GROUPS;

  /// From now on new words get no number.
  void freeze() {
    growing = false;
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
      String word = classes.of(message.text(i));
      int id = word(word);
      if (id == UNKNOWN) {
        strange++;
      } else {
        ids[count++] = id;
        int pair = before == UNKNOWN ? UNKNOWN : pair(before, id);
        if (pair != UNKNOWN) {
          ids[count++] = pair;
        }
      }
      count = letters(word, ids, count);
      before = id;
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

  private static int letters(String word, int[] ids, int from) {
    if (WordClasses.isClass(word)) {
      return from;
    }
    int count = from;
    int before = 0;
    int last = code(word.charAt(0));
    for (int i = 1; i <= word.length(); i++) {
      int letter = i == word.length() ? 0 : code(word.charAt(i));
      ids[count++] = (before * RADIX + last) * RADIX + letter;
      before = last;
      last = letter;
    }
    return count;
  }

  private static int code(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1;
    }
    return c >= '0' && c <= '9' ? c - '0' + 27 : RADIX - 1;
  }
}
