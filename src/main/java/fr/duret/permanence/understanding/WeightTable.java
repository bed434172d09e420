package fr.duret.permanence.understanding;

/// What each trait weighs: a table with open addresses, at most half full, in which a trait stands
/// beside the place of its entries, so that a look-up reads one or two cache lines.
final class WeightTable {

  private static final int FREE = 0;

  /// An entry is its steps above its label, a run of entries its beginning above its length.
  private static final int SHIFT = Byte.SIZE;

  private static final int LOW = 0xFF;

  private final long[] slots;
  private final int[] entries;

  WeightTable(Learned learned) {
    slots = new long[Integer.highestOneBit(learned.keys.length + 1) * 4];
    entries = new int[learned.to.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = learned.weight[i] << SHIFT | learned.to[i];
    }
    for (int i = 0; i < learned.keys.length; i++) {
      int slot = learned.keys[i] & slots.length - 1;
      while (slots[slot] != FREE) {
        slot = slot + 1 & slots.length - 1;
      }
      int run = learned.from[i] << SHIFT | learned.from[i + 1] - learned.from[i];
      slots[slot] = (long) learned.keys[i] << Integer.SIZE | run;
    }
  }

  /// Where the entries of a trait stand, or [#FREE]; no trait that stands here has none.
  private int run(int trait) {
    int slot = trait & slots.length - 1;
    while (slots[slot] != FREE && (int) (slots[slot] >>> Integer.SIZE) != trait) {
      slot = slot + 1 & slots.length - 1;
    }
    return (int) slots[slot];
  }

  /// Adds what a trait says for each label.
  void add(int trait, int[] sums) {
    int run = run(trait);
    int from = run >>> SHIFT;
    for (int i = from; i < from + (run & LOW); i++) {
      sums[entries[i] & LOW] += entries[i] >> SHIFT;
    }
  }

  /// Adds what a trait says for each label.
  void add(int trait, float[] sums) {
    int run = run(trait);
    int from = run >>> SHIFT;
    for (int i = from; i < from + (run & LOW); i++) {
      sums[entries[i] & LOW] += entries[i] >> SHIFT;
    }
  }

  /// What a trait says for one label.
  float of(int trait, int label) {
    int run = run(trait);
    int from = run >>> SHIFT;
    int sum = 0;
    for (int i = from; i < from + (run & LOW); i++) {
      sum += (entries[i] & LOW) == label ? entries[i] >> SHIFT : 0;
    }
    return sum;
  }
}
