package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Packing;
import fr.duret.permanence.understanding.Learner.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Learns weights for all labels together ([Softmax]), so that chances mean what they say: what
/// danger and intents are learned by. The same rows always give the same weights.
final class JointLearner {

  private static final int HEAVIEST = Short.MAX_VALUE;

  private final float smallness;
  private final double lightest;

  /// @param smallness what the weights' squares cost, beside the rows read wrong
  /// @param lightest weights that are kept
  JointLearner(float smallness, double lightest) {
    this.smallness = smallness;
    this.lightest = lightest;
  }

  /// Learns.
  Learned learn(List<Sample> samples, List<String> labels) {
    List<Map<Integer, Double>> rows = samples.stream().map(Learner::values).toList();
    Map<Integer, Integer> places = places(rows);
    Softmax softmax = new Softmax(labels.size(), places.size() + 1, smallness);
    for (int i = 0; i < rows.size(); i++) {
      Sample sample = samples.get(i);
      float[] shares = new float[labels.size()];
      for (int label = 0; label < shares.length; label++) {
        shares[label] = sample.share(labels.get(label));
      }
      softmax.add(entries(rows.get(i), places), shares, sample.times());
    }
    double[][] learned = byLabel(softmax.learn(), places, Learner.letters(samples), labels.size());
    return packed(learned, new ArrayList<>(places.keySet()), labels, Learner.fingerprint(samples));
  }

  private static Map<Integer, Integer> places(List<Map<Integer, Double>> rows) {
    Map<Integer, Integer> count = new TreeMap<>();
    rows.forEach(row -> row.keySet().forEach(key -> count.merge(key, 1, Integer::sum)));
    Map<Integer, Integer> places = new TreeMap<>();
    count.forEach((key, rowsWithIt) -> {
      if (rowsWithIt >= Learner.FEWEST_ROWS) {
        places.put(key, places.size());
      }
    });
    return places;
  }

  private static Softmax.Row entries(Map<Integer, Double> values, Map<Integer, Integer> places) {
    TreeMap<Integer, Float> placed = new TreeMap<>();
    values.forEach((key, value) -> {
      Integer place = places.get(key);
      if (place != null) {
        placed.put(place, value.floatValue());
      }
    });
    placed.put(places.size(), 1f);
    int[] where = new int[placed.size()];
    float[] value = new float[placed.size()];
    int count = 0;
    for (Map.Entry<Integer, Float> entry : placed.entrySet()) {
      where[count] = entry.getKey();
      value[count++] = entry.getValue();
    }
    return new Softmax.Row(where, value);
  }

  /// The weights of each label, the bias last; what letters count is in them.
  private static double[][] byLabel(
      float[] model, Map<Integer, Integer> places, Map<Integer, Boolean> letters, int labels) {
    double[][] learned = new double[labels][places.size() + 1];
    for (int label = 0; label < labels; label++) {
      for (Map.Entry<Integer, Integer> place : places.entrySet()) {
        double letter = letters.getOrDefault(place.getKey(), false) ? MessageTraits.LETTERS : 1;
        learned[label][place.getValue()] = model[place.getValue() * labels + label] * letter;
      }
      learned[label][places.size()] = model[places.size() * labels + label];
    }
    return learned;
  }

  private Learned packed(
      double[][] learned, List<Integer> keys, List<String> labels, int fingerprint) {
    float[] bias = new float[labels.size()];
    float[] step = new float[labels.size()];
    for (int label = 0; label < labels.size(); label++) {
      double most = 1e-9;
      for (int i = 0; i < keys.size(); i++) {
        most = Math.max(most, Math.abs(learned[label][i]));
      }
      step[label] = (float) (most / HEAVIEST);
      bias[label] = (float) learned[label][keys.size()];
    }
    Packing packing = new Packing();
    for (int i = 0; i < keys.size(); i++) {
      for (int label = 0; label < labels.size(); label++) {
        if (Math.abs(learned[label][i]) >= lightest) {
          packing.add(label, (int) Math.round(learned[label][i] / step[label]));
        }
      }
      packing.end(keys.get(i));
    }
    return packing.weights(fingerprint, true, labels, bias, step);
  }
}
