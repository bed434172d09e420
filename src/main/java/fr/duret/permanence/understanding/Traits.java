package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the learned reader looks at in a message: words, how they sound, pairs of words, groups of
/// letters, and what the words are about (`senses.txt`). Each trait is a number made of its parts,
/// so that no dictionary of traits is needed; two traits hardly ever share one.
final class Traits {

  /// The traits of one message, in the order of its words.
  static final class Found {

    private int[] keys;
    private int[] words;
    private int count;
    private int letters;

    private Found(int size) {
      keys = new int[size];
      words = new int[size];
    }

    /// Of no words at all.
    static Found none() {
      return new Found(0);
    }

    /// How many there are.
    int size() {
      return count;
    }

    /// The number of a trait.
    int key(int index) {
      return keys[index];
    }

    /// The first word of the message that a trait rests on.
    int word(int index) {
      return Math.max(words[index], ~words[index]);
    }

    /// Whether it is a group of letters.
    boolean isLetters(int index) {
      return words[index] < 0;
    }

    /// By how much each trait counts, so that long messages weigh no more than short ones.
    float share() {
      float length = count - letters + letters * LETTERS * LETTERS;
      return length == 0 ? 0 : FULL / (float) Math.sqrt(length);
    }

    private void add(int key, int word) {
      if (count == keys.length) {
        keys = java.util.Arrays.copyOf(keys, 2 * count);
        words = java.util.Arrays.copyOf(words, 2 * count);
      }
      keys[count] = key;
      words[count++] = word;
    }

    private void addLetters(int[] groups, int word) {
      for (int group : groups) {
        add(group, ~word);
      }
      letters += groups.length;
    }
  }

  /// What a word alone has.
  private static final class Sort {

    private final int word;
    private final int sound;
    private final int[] senses;
    private final int[] letters;

    Sort(int word, int sound, int[] senses, int[] letters) {
      this.word = word;
      this.sound = sound;
      this.senses = senses;
      this.letters = letters;
    }
  }

  /// Traits of one kind never equal those of another.
  private enum Kind {
    WORD,
    SOUND,
    PAIR,
    SKIP,
    FIRST,
    LETTERS,
    SENSE,
    SENSES,
    BEFORE_SENSE,
    AFTER_SENSE,
    LENGTH,
    QUESTION,
    RULE;

    private final int salt = name().hashCode() * 0x27D4EB2F;
  }

  /// What groups of letters count beside words; the weights learned hold it already.
  static final float LETTERS = 0.5f;

  private static final float FULL = 9;

  /// So many words on, two senses still belong together.
  private static final int NEAR = 4;

  private static final int SHORTEST_STEM = 3;
  private static final int SHORT_GROUP = 3;
  private static final int LONG_GROUP = 4;
  private static final int TRAITS_OF_A_WORD = 24;
  private static final int[] LENGTHS = {3, 6, 12, 25};
  private static final char CLASS = '~';

  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, List<Integer>> senses = new HashMap<>();
  private final Map<String, List<Integer>> stems = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Sort> prepared = new HashMap<>();

  /// @param words of everyday, to be worked out beforehand; others are read as well
  Traits(Collection<String> words) {
    for (String line : Lines.of("classes.txt")) {
      String[] sides = line.split(" = ", -1);
      for (String member : sides[1].split(" ", -1)) {
        classes.put(member, sides[0]);
      }
    }
    for (String line : Lines.of("senses.txt")) {
      String[] sides = line.split(" = ", -1);
      names.add(sides[0]);
      for (String member : sides[1].split(" +", -1)) {
        learn(member, names.size() - 1);
      }
    }
    words.forEach(word -> prepared.put(word, work(word)));
  }

  private void learn(String member, int sense) {
    boolean stem = member.endsWith("*");
    for (String word : Fold.text(member).split(" ", -1)) {
      Map<String, List<Integer>> to = stem ? stems : senses;
      List<Integer> known =
          to.computeIfAbsent(stem ? word : Sound.of(word), w -> new ArrayList<>());
      if (!known.contains(sense)) {
        known.add(sense);
      }
    }
  }

  /// The names of what a word is about.
  List<String> senses(String word) {
    List<String> found = new ArrayList<>();
    for (int sense : sort(word).senses) {
      found.add(names.get(sense));
    }
    return found;
  }

  /// A trait that another reader found.
  static int rule(String name) {
    return mix(Kind.RULE, name.hashCode(), 0);
  }

  /// The traits of a message.
  Found of(Message message) {
    int size = message.size();
    Found found = new Found(size * TRAITS_OF_A_WORD + LENGTHS.length);
    Sort[] sorts = new Sort[size];
    for (int i = 0; i < size; i++) {
      sorts[i] = sort(message.text(i));
    }
    for (int i = 0; i < size; i++) {
      alone(found, sorts[i], i);
      pairs(found, sorts, i);
    }
    whole(found, message, sorts);
    return found;
  }

  private static void whole(Found found, Message message, Sort[] sorts) {
    int length = 0;
    while (length < LENGTHS.length && sorts.length >= LENGTHS[length]) {
      length++;
    }
    found.add(mix(Kind.LENGTH, length, 0), 0);
    if (!message.questions().isEmpty()) {
      found.add(mix(Kind.QUESTION, 0, 0), 0);
    }
    if (sorts.length > 0) {
      found.add(mix(Kind.FIRST, sorts[0].sound, 0), 0);
    }
  }

  private static void alone(Found found, Sort sort, int at) {
    found.add(mix(Kind.WORD, sort.word, 0), at);
    found.add(mix(Kind.SOUND, sort.sound, 0), at);
    found.addLetters(sort.letters, at);
    for (int sense : sort.senses) {
      found.add(mix(Kind.SENSE, sense, 0), at);
    }
  }

  private static void pairs(Found found, Sort[] sorts, int at) {
    Sort sort = sorts[at];
    if (at + 1 < sorts.length) {
      found.add(mix(Kind.PAIR, sort.sound, sorts[at + 1].sound), at);
    }
    if (at + 2 < sorts.length) {
      found.add(mix(Kind.SKIP, sort.sound, sorts[at + 2].sound), at);
    }
    for (int sense : sort.senses) {
      if (at > 0) {
        found.add(mix(Kind.BEFORE_SENSE, sorts[at - 1].sound, sense), at);
      }
      if (at + 1 < sorts.length) {
        found.add(mix(Kind.AFTER_SENSE, sense, sorts[at + 1].sound), at);
      }
      for (int next = at + 1; next < sorts.length && next <= at + NEAR; next++) {
        for (int other : sorts[next].senses) {
          found.add(mix(Kind.SENSES, sense, other), at);
        }
      }
    }
  }

  private Sort sort(String word) {
    Sort known = prepared.get(word);
    return known == null ? work(word) : known;
  }

  private Sort work(String written) {
    String word = classOf(written);
    if (word.charAt(0) == CLASS) {
      return new Sort(word.hashCode(), word.hashCode(), sensesOf(written), new int[0]);
    }
    return new Sort(word.hashCode(), Sound.of(word).hashCode(), sensesOf(word), letters(word));
  }

  private String classOf(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return word.indexOf('h') > 0 || word.indexOf(':') > 0 ? "~heure" : "~nombre";
    }
    return classes.getOrDefault(word, word);
  }

  private int[] sensesOf(String word) {
    List<Integer> found = new ArrayList<>(senses.getOrDefault(Sound.of(word), List.of()));
    for (int end = SHORTEST_STEM; end <= word.length(); end++) {
      for (int sense : stems.getOrDefault(word.substring(0, end), List.of())) {
        if (!found.contains(sense)) {
          found.add(sense);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] letters(String word) {
    String edged = "<" + word + ">";
    List<Integer> groups = new ArrayList<>();
    for (int length = SHORT_GROUP; length <= LONG_GROUP; length++) {
      for (int from = 0; from + length <= edged.length(); from++) {
        groups.add(mix(Kind.LETTERS, edged.substring(from, from + length).hashCode(), 0));
      }
    }
    return groups.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The finalizer of MurmurHash3 over the parts: near parts give far numbers.
  private static int mix(Kind kind, int one, int other) {
    int h = one * 0x9E3779B1 + Integer.rotateLeft(other * 0x85EBCA77, 13) + kind.salt;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
