package fr.duret.permanence.understanding;

/// What each trait weighs: a table with open addresses, at most two thirds full. Most traits of
/// words together were never learned: of these only the table of traits is read.
final class WeightTable {

  /// A place that is free. Of four thousand million numbers one can be no trait.
  private static final int FREE = 0;

  /// An entry is its steps above its label, a run of entries its beginning above its length.
  private static final int SHIFT = Byte.SIZE;

  private static final int LOW = 0xFF;

  private final int[] traits;
  private final int[] runs;
  private final int[] entries;

  WeightTable(Learned learned) {
    traits = new int[Integer.highestOneBit(Math.max(1, learned.keys.length * 3 / 2)) * 2];
    runs = new int[traits.length];
    entries = new int[learned.to.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = learned.weight[i] << SHIFT | learned.to[i];
    }
    for (int i = 0; i < learned.keys.length; i++) {
      place(learned.keys[i], learned.from[i] << SHIFT | learned.from[i + 1] - learned.from[i]);
    }
  }

  private void place(int trait, int run) {
    if (trait == FREE) {
      throw new IllegalArgumentException("no trait is " + FREE);
    }
    int slot = trait & traits.length - 1;
    while (traits[slot] != FREE) {
      slot = slot + 1 & traits.length - 1;
    }
    traits[slot] = trait;
    runs[slot] = run;
  }

  /// Where the entries of a trait stand; 0 if it has none.
  private int run(int trait) {
    int slot = trait & traits.length - 1;
    while (traits[slot] != FREE && traits[slot] != trait) {
      slot = slot + 1 & traits.length - 1;
    }
    return traits[slot] == FREE ? 0 : runs[slot];
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
