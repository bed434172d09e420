package fr.duret.permanence.understanding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Weighs a message by what was learned. A message has some two hundred traits, most of them of its
/// words alone: what words of everyday weigh is summed up once, so that only the traits of words
/// together are looked up. Sums are whole numbers of steps: their order does not matter.
final class Weights {

  private static final int WORDS_TOLD = 3;

  private final Learned learned;
  private final WeightTable table;
  private final int labels;

  /// How many words are summed up.
  private final int words;

  /// For each word of everyday, by its number, what it alone says for each label.
  private final int[] ofWords;

  /// @param everyday the words to be summed up beforehand, numbered from 0; where there are any,
  ///   all messages must be read by the same [Vocabulary]
  private Weights(Learned learned, Collection<Entry> everyday) {
    this.learned = learned;
    table = new WeightTable(learned);
    labels = learned.labels.size();
    words = everyday.size();
    ofWords = new int[words * labels];
    for (Entry entry : everyday) {
      WordTraits word = entry.traits();
      int[] sums = new int[labels];
      word.tell(0, (trait, place, letters) -> table.add(trait, sums));
      System.arraycopy(sums, 0, ofWords, word.number() * labels, labels);
    }
  }

  /// Weighs all words as they come.
  static Weights of(Learned learned) {
    return new Weights(learned, List.of());
  }

  /// Reads a file beside the vocabulary.
  ///
  /// @param vocabulary that will read all messages weighed
  /// @throws IllegalArgumentException if there is no such file, or it is none of these
  static Weights load(String name, Vocabulary vocabulary) {
    return new Weights(Learned.load(name), vocabulary.entries().values());
  }

  /// What can be told apart.
  List<String> labels() {
    return learned.labels;
  }

  /// The chances of the labels, in their order; together they are 1.
  ///
  /// @param rules traits that other readers found, which count in full
  float[] chances(MessageTraits traits, int[] rules) {
    int[] steps = steps(traits);
    float share = traits.share();
    float[] sums = new float[labels];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = steps[i] * share;
    }
    for (int rule : rules) {
      table.add(rule, sums);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] * learned.step[i] + learned.bias[i];
    }
    return learned.together ? chances(sums) : each(sums);
  }

  private int[] steps(MessageTraits traits) {
    int[] sums = new int[labels];
    for (int i = 0; i < traits.words(); i++) {
      WordTraits word = traits.word(i);
      if (word.number() < words) {
        int from = word.number() * labels;
        for (int label = 0; label < labels; label++) {
          sums[label] += ofWords[from + label];
        }
      } else {
        word.tell(i, (trait, place, letters) -> table.add(trait, sums));
      }
    }
    for (int i = 0; i < traits.together(); i++) {
      table.add(traits.together(i), sums);
    }
    return sums;
  }

  /// The chances of labels learned each against the rest, made to sum up to one.
  private static float[] each(float[] sums) {
    float whole = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (float) (1 / (1 + Math.exp(-sums[i])));
      whole += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= whole;
    }
    return sums;
  }

  /// What sums come to as chances; changes and returns them.
  static float[] chances(float[] sums) {
    float most = Float.NEGATIVE_INFINITY;
    for (float sum : sums) {
      most = Math.max(most, sum);
    }
    float whole = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (float) Math.exp(sums[i] - most);
      whole += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= whole;
    }
    return sums;
  }

  /// How much each word of a message spoke for a label.
  float[] said(MessageTraits traits, int label) {
    float[] said = new float[traits.words()];
    if (said.length > 0) {
      float step = learned.step[label];
      float share = traits.share();
      traits.tell((trait, word, letters) -> said[word] += table.of(trait, label) * step * share);
    }
    return said;
  }

  /// The words that spoke most for a label, with how much they did, for logs.
  static String reason(Message message, float[] said, float chance) {
    StringBuilder reason = new StringBuilder("learned ").append(round(chance));
    IntStream.range(0, said.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -said[i]))
        .limit(WORDS_TOLD)
        .filter(i -> said[i] > 0)
        .forEach(
            i -> reason.append(", ").append(message.text(i)).append(" +").append(round(said[i])));
    return reason.toString();
  }

  private static double round(float value) {
    return Math.round(value * 100) / 100.0;
  }
}
