package fr.duret.permanence.understanding;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Learns weights from labelled rows: logistic regression, one label against the rest, kept small
/// by its squares. The same rows always give the same weights.
final class Learner {

  /// One labelled row as the learner sees it.
  ///
  /// @param file where it stands, for judging on the rows of an author not learned from
  /// @param label what it means; the better of two
  /// @param right all labels that are right
  /// @param times for how many rows it counts where all labels are learned together
  record Sample(
      String file,
      String text,
      String label,
      List<String> right,
      MessageTraits traits,
      Rules rules,
      int times) {

    Sample(
        String file,
        String text,
        String label,
        List<String> right,
        MessageTraits traits,
        Rules rules) {
      this(file, text, label, right, traits, rules, 1);
    }

    /// How likely a label is held to be: the better of two defensible ones more than the other.
    float share(String of) {
      if (right.size() == 1) {
        return of.equals(label) ? 1 : 0;
      }
      return of.equals(label) ? BETTER : right.contains(of) ? (1 - BETTER) / (right.size() - 1) : 0;
    }
  }

  /// What the rules found in a row, as traits.
  ///
  /// @param told what is known beside the message
  /// @param honest whether the rules were not written for that very row; if they were, nothing can
  ///   be learned from their being right
  record Rules(List<Integer> told, List<Integer> traits, boolean honest) {

    static Rules of(int[] traits, boolean honest) {
      return of(new int[0], traits, honest);
    }

    static Rules of(int[] told, int[] traits, boolean honest) {
      return new Rules(
          IntStream.of(told).boxed().toList(), IntStream.of(traits).boxed().toList(), honest);
    }

    int[] array() {
      return Stream.concat(told.stream(), traits.stream()).mapToInt(Integer::intValue).toArray();
    }
  }

  /// A trait of one row only teaches nothing about others.
  static final int FEWEST_ROWS = 2;

  /// The share of the better of two labels.
  private static final float BETTER = 0.7f;

  private static final double PRECISION = 0.01;
  private static final int HEAVIEST = 127;

  private final double cost;
  private final int lightest;

  /// @param cost of a row read wrong, beside the weights' squares
  /// @param lightest weights, in steps, that are kept
  Learner(double cost, int lightest) {
    this.cost = cost;
    this.lightest = lightest;
  }

  /// Learns.
  Learned learn(List<Sample> samples, List<String> labels) {
    List<Map<Integer, Double>> rows = samples.stream().map(Learner::values).toList();
    Map<Integer, Integer> places = places(rows);
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = places.size() + 1;
    problem.bias = 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = row(rows.get(i), places);
      problem.y[i] = labels.indexOf(samples.get(i).label());
    }
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, PRECISION));
    return weights(model, places, letters(samples), labels, fingerprint(samples));
  }

  static Map<Integer, Double> values(Sample sample) {
    Map<Integer, Double> values = new HashMap<>();
    MessageTraits traits = sample.traits();
    double share = traits.share();
    traits.tell((trait, word, letters) ->
        values.merge(trait, share * (letters ? MessageTraits.LETTERS : 1), Double::sum));
    sample.rules().told().forEach(told -> values.put(told, 1.0));
    if (sample.rules().honest()) {
      sample.rules().traits().forEach(rule -> values.put(rule, 1.0));
    }
    return values;
  }

  private static Map<Integer, Integer> places(List<Map<Integer, Double>> rows) {
    Map<Integer, Integer> count = new TreeMap<>();
    rows.forEach(row -> row.keySet().forEach(key -> count.merge(key, 1, Integer::sum)));
    Map<Integer, Integer> places = new TreeMap<>();
    count.forEach((key, rowsWithIt) -> {
      if (rowsWithIt >= FEWEST_ROWS) {
        places.put(key, places.size() + 1);
      }
    });
    return places;
  }

  static Map<Integer, Boolean> letters(List<Sample> samples) {
    Map<Integer, Boolean> letters = new HashMap<>();
    for (Sample sample : samples) {
      sample.traits().tell((trait, word, isLetters) -> letters.put(trait, isLetters));
    }
    return letters;
  }

  private static Feature[] row(Map<Integer, Double> values, Map<Integer, Integer> places) {
    TreeMap<Integer, Double> placed = new TreeMap<>();
    values.forEach((key, value) -> {
      Integer place = places.get(key);
      if (place != null) {
        placed.put(place, value);
      }
    });
    placed.put(places.size() + 1, 1.0);
    return placed.entrySet().stream()
        .map(entry -> new FeatureNode(entry.getKey(), entry.getValue()))
        .toArray(Feature[]::new);
  }

  private Learned weights(
      Model model,
      Map<Integer, Integer> places,
      Map<Integer, Boolean> letters,
      List<String> labels,
      int fingerprint) {
    double[][] learned = new double[labels.size()][places.size() + 1];
    List<Integer> keys = new ArrayList<>(places.keySet());
    for (int label = 0; label < labels.size(); label++) {
      int index = indexOf(model.getLabels(), label);
      for (int i = 0; i <= keys.size(); i++) {
        double letter =
            i < keys.size() && letters.getOrDefault(keys.get(i), false) ? MessageTraits.LETTERS : 1;
        learned[label][i] = model.getDecfunCoef(i + 1, index) * letter;
      }
    }
    return packed(learned, keys, labels, fingerprint);
  }

  private static int indexOf(int[] labels, int label) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        return i;
      }
    }
    throw new IllegalArgumentException("no row of label " + label);
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
        int steps = (int) Math.round(learned[label][i] / step[label]);
        if (Math.abs(steps) >= lightest) {
          packing.add(label, steps);
        }
      }
      packing.end(keys.get(i));
    }
    return packing.weights(fingerprint, false, labels, bias, step);
  }

  /// A number that changes if what is seen of any row does.
  static int fingerprint(List<Sample> samples) {
    int hash = 1;
    for (Sample sample : samples) {
      hash = 31 * hash + sample.label().hashCode();
      hash = sample.times() > 1 ? 31 * hash + sample.times() : hash;
      for (int trait : traits(sample)) {
        hash = 31 * hash + trait;
      }
      hash = 31 * hash + sample.rules().told().hashCode();
      hash = 31 * hash + sample.rules().traits().hashCode();
    }
    return hash;
  }

  private static int[] traits(Sample sample) {
    IntStream.Builder traits = IntStream.builder();
    sample.traits().tell((trait, word, letters) -> traits.add(trait));
    return traits.build().toArray();
  }

  /// Gathers the entries of the traits that have any.
  static final class Packing {

    private final List<Integer> keys = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>(List.of(0));
    private final List<Integer> to = new ArrayList<>();
    private final List<Integer> weight = new ArrayList<>();

    void add(int label, int steps) {
      to.add(label);
      weight.add(steps);
    }

    void end(int key) {
      if (to.size() > from.getLast()) {
        keys.add(key);
        from.add(to.size());
      }
    }

    Learned weights(
        int fingerprint, boolean together, List<String> labels, float[] bias, float[] step) {
      return new Learned(
          fingerprint,
          together,
          labels,
          bias,
          step,
          ints(keys),
          ints(from),
          bytes(to),
          shorts(weight));
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static short[] shorts(List<Integer> list) {
      short[] shorts = new short[list.size()];
      for (int i = 0; i < shorts.length; i++) {
        shorts[i] = list.get(i).shortValue();
      }
      return shorts;
    }

    private static byte[] bytes(List<Integer> list) {
      byte[] bytes = new byte[list.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = list.get(i).byteValue();
      }
      return bytes;
    }
  }
}
