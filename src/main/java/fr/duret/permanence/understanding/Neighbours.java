package fr.duret.permanence.understanding;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the examples nearest to a message: cosine of weighted features, over an inverted index in
/// plain arrays. An index of Lucene would do the same for a message in some hundred microseconds;
/// here the whole reading has fifty.
final class Neighbours {

  /// A sentence somebody might write, with what it wants.
  record Example(Intent intent, Message message) {}

  /// How near the nearest examples of each intent are.
  static final class Nearness {

    private final Map<Intent, Integer> places;
    private final float[] first;
    private final float[] second;

    private Nearness(Map<Intent, Integer> places) {
      this.places = places;
      first = new float[places.size()];
      second = new float[places.size()];
    }

    /// From 0 to 1.
    double of(Intent intent) {
      Integer place = places.get(intent);
      return place == null ? 0 : first[place] * (1.0 - SECOND) + second[place] * SECOND;
    }
  }

  /// How much a second example of the same intent adds.
  private static final float SECOND = 0.15f;

  /// A word that no example has speaks against all of them, by this part of a rare word.
  private static final float UNKNOWN = 0.55f;

  private final Features features = new Features();
  private final List<Example> examples;

  /// The places of the intents that have examples, and for each where its examples begin; they
  /// stand together.
  private final Map<Intent, Integer> places = new EnumMap<>(Intent.class);

  private final int[] from;

  /// How much each feature counts: by its kind and its rarity.
  private final float[] weight;

  private final float strangeWeight;

  /// For each feature the examples that have it, and how much it counts in each.
  private final int[][] holders;

  private final float[][] shares;

  /// @param entries the words of everyday in all messages
  Neighbours(List<Example> examples, Map<String, Entry> entries) {
    this.examples = examples.stream().sorted(Comparator.comparing(Example::intent)).toList();
    this.examples.forEach(example -> places.putIfAbsent(example.intent(), places.size()));
    from = beginnings();
    List<Features.Found> all =
        this.examples.stream().map(e -> features.of(e.message(), 0, e.message().size())).toList();
    features.freeze(entries);
    int[] count = count(all);
    weight = features.kinds();
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= rarity(count[i]);
    }
    strangeWeight = UNKNOWN * rarity(0);
    holders = new int[weight.length][];
    shares = new float[weight.length][];
    index(all, count);
  }

  private int[] beginnings() {
    int[] beginnings = new int[places.size() + 1];
    for (Example example : examples) {
      beginnings[Objects.requireNonNull(places.get(example.intent())) + 1]++;
    }
    for (int i = 1; i < beginnings.length; i++) {
      beginnings[i] += beginnings[i - 1];
    }
    return beginnings;
  }

  private int[] count(List<Features.Found> all) {
    int[] count = new int[features.size()];
    for (Features.Found found : all) {
      for (int id : found.ids()) {
        count[id]++;
      }
    }
    return count;
  }

  private float rarity(int count) {
    return (float) Math.log(1 + examples.size() / (0.5 + count));
  }

  private void index(List<Features.Found> all, int[] count) {
    for (int i = 0; i < count.length; i++) {
      holders[i] = new int[count[i]];
      shares[i] = new float[count[i]];
    }
    int[] filled = new int[count.length];
    for (int example = 0; example < all.size(); example++) {
      Features.Found found = all.get(example);
      float norm = norm(found);
      for (int id : found.ids()) {
        holders[id][filled[id]] = example;
        shares[id][filled[id]++] = weight[id] / norm;
      }
    }
  }

  private float norm(Features.Found found) {
    double sum = 1e-6 + found.strange() * strangeWeight * strangeWeight;
    for (int id : found.ids()) {
      sum += weight[id] * weight[id];
    }
    return (float) Math.sqrt(sum);
  }

  /// Compares some words of a message with all examples.
  Nearness of(Message message, int from, int to) {
    Features.Found asked = features.of(message, from, to);
    float norm = norm(asked);
    float[] near = new float[examples.size()];
    for (int id : asked.ids()) {
      float by = weight[id] / norm;
      int[] in = holders[id];
      float[] share = shares[id];
      for (int i = 0; i < in.length; i++) {
        near[in[i]] += by * share[i];
      }
    }
    return best(near);
  }

  private Nearness best(float[] near) {
    Nearness nearness = new Nearness(places);
    for (int intent = 0; intent + 1 < from.length; intent++) {
      float first = 0;
      float second = 0;
      for (int i = from[intent]; i < from[intent + 1]; i++) {
        if (near[i] > second) {
          second = Math.min(near[i], first);
          first = Math.max(near[i], first);
        }
      }
      nearness.first[intent] = first;
      nearness.second[intent] = second;
    }
    return nearness;
  }
}
