package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Multinomial logistic regression with weights kept small by their squares. Its chances are those
/// of all labels together, so that a threshold means what it says; one label against the rest, made
/// to sum up to one, was less sure of what it was right about (docs/adr/0005).
final class Softmax {

  /// What a row has, by ascending place.
  ///
  /// Held as arrays for speed; never changed.
  static final class Row {

    private final int[] places;
    private final float[] values;

    Row(int[] places, float[] values) {
      this.places = places;
      this.values = values;
    }
  }

  private final int labels;
  private final int places;
  private final float smallness;
  private final List<Row> rows = new ArrayList<>();
  private final List<float[]> shares = new ArrayList<>();
  private final List<Integer> times = new ArrayList<>();

  /// @param labels how many can be told apart
  /// @param places how many traits there are, the last of them the bias, which may grow freely
  /// @param smallness what the squares of the weights cost, halved
  Softmax(int labels, int places, float smallness) {
    this.labels = labels;
    this.places = places;
    this.smallness = smallness;
  }

  /// Adds a row.
  ///
  /// @param right how likely each label is
  /// @param often how many rows it counts for
  void add(Row row, float[] right, int often) {
    rows.add(row);
    shares.add(right);
    times.add(often);
  }

  /// The weights, for each place those of all labels.
  float[] learn() {
    return new Descent(this::slope).lowest(new float[places * labels]);
  }

  /// What the weights cost, and the slope there.
  private double slope(float[] weights, float[] slope) {
    Arrays.fill(slope, 0);
    double cost = 0;
    for (int i = 0; i < rows.size(); i++) {
      cost += slope(i, weights, slope);
    }
    double squares = 0;
    for (int i = 0; i < (places - 1) * labels; i++) {
      squares += weights[i] * weights[i];
      slope[i] += smallness * weights[i];
    }
    return cost + smallness / 2 * squares;
  }

  private double slope(int index, float[] weights, float[] slope) {
    Row row = rows.get(index);
    float[] chances = chances(row, weights);
    double cost = 0;
    for (int label = 0; label < labels; label++) {
      float share = shares.get(index)[label];
      if (share > 0) {
        cost -= share * Math.log(Math.max(chances[label], Float.MIN_NORMAL));
      }
      chances[label] = (chances[label] - share) * times.get(index);
    }
    for (int i = 0; i < row.places.length; i++) {
      int from = row.places[i] * labels;
      for (int label = 0; label < labels; label++) {
        slope[from + label] += chances[label] * row.values[i];
      }
    }
    return cost * times.get(index);
  }

  private float[] chances(Row row, float[] weights) {
    float[] sums = new float[labels];
    for (int i = 0; i < row.places.length; i++) {
      int from = row.places[i] * labels;
      for (int label = 0; label < labels; label++) {
        sums[label] += weights[from + label] * row.values[i];
      }
    }
    return Weights.chances(sums);
  }
}
