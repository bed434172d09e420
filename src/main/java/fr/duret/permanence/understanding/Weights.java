package fr.duret.permanence.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What was learned: for each trait how much it speaks for each label, in equal steps. The labels
/// of danger and intents were learned together, others each against the rest; trained by
/// `TrainModel` among the tests.
final class Weights {

  /// Begins a file of labels learned each against the rest, with weights of one byte.
  private static final int EACH = 0x50_4d_57_31;

  /// Begins a file of labels learned together, with weights of two bytes.
  private static final int TOGETHER = 0x50_4d_57_32;

  private static final int WORDS_TOLD = 3;
  private static final int FREE = -1;

  private final int fingerprint;
  private final boolean together;
  private final List<String> labels;
  private final float[] bias;
  private final float[] step;
  private final int[] keys;
  private final int[] from;
  private final byte[] to;
  private final short[] weight;

  /// Where each trait stands in `keys`: a table with open addresses, at most half full.
  private final int[] slots;

  /// @param fingerprint of the traits that were trained on
  /// @param together whether the labels were learned together, or each against the rest
  /// @param labels what can be told apart
  /// @param bias of each label
  /// @param step by which each label's weights are multiplied
  /// @param keys the traits' numbers, each once
  /// @param from where the entries of each trait begin; one more than there are traits
  /// @param to the label of each entry
  /// @param weight of each entry
  Weights(
      int fingerprint,
      boolean together,
      List<String> labels,
      float[] bias,
      float[] step,
      int[] keys,
      int[] from,
      byte[] to,
      short[] weight) {
    this.fingerprint = fingerprint;
    this.together = together;
    this.labels = List.copyOf(labels);
    this.bias = bias;
    this.step = step;
    this.keys = keys;
    this.from = from;
    this.to = to;
    this.weight = weight;
    slots = new int[Integer.highestOneBit(keys.length + 1) * 4];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < keys.length; i++) {
      int slot = keys[i] & slots.length - 1;
      while (slots[slot] != FREE) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i;
    }
  }

  /// Of the traits that were trained on.
  int fingerprint() {
    return fingerprint;
  }

  /// What can be told apart.
  List<String> labels() {
    return labels;
  }

  /// Reads a file beside the vocabulary.
  ///
  /// @throws IllegalArgumentException if there is no such file, or it is none of these
  static Weights load(String name) {
    try (InputStream in = Weights.class.getResourceAsStream("/understanding/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such weights: " + name);
      }
      return read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Weights read(DataInputStream in) throws IOException {
    int kind = in.readInt();
    if (kind != EACH && kind != TOGETHER) {
      throw new IllegalArgumentException("no weights");
    }
    int fingerprint = in.readInt();
    List<String> labels = new ArrayList<>();
    for (int left = in.readByte(); left > 0; left--) {
      labels.add(in.readUTF());
    }
    float[] bias = floats(in, labels.size());
    float[] step = floats(in, labels.size());
    int[] keys = new int[in.readInt()];
    int[] from = new int[keys.length + 1];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readInt();
      from[i + 1] = from[i] + in.readUnsignedByte();
    }
    byte[] to = in.readNBytes(from[keys.length]);
    boolean together = kind == TOGETHER;
    short[] weight = together ? shorts(in, from[keys.length]) : bytes(in, from[keys.length]);
    return new Weights(fingerprint, together, labels, bias, step, keys, from, to, weight);
  }

  private static short[] bytes(DataInputStream in, int count) throws IOException {
    short[] read = new short[count];
    for (int i = 0; i < count; i++) {
      read[i] = in.readByte();
    }
    return read;
  }

  private static short[] shorts(DataInputStream in, int count) throws IOException {
    short[] read = new short[count];
    ByteBuffer.wrap(in.readNBytes(count * Short.BYTES)).asShortBuffer().get(read);
    return read;
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] read = new float[count];
    for (int i = 0; i < count; i++) {
      read[i] = in.readFloat();
    }
    return read;
  }

  /// Writes what [#load] reads.
  void write(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(together ? TOGETHER : EACH);
    out.writeInt(fingerprint);
    out.writeByte(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    for (float value : bias) {
      out.writeFloat(value);
    }
    for (float value : step) {
      out.writeFloat(value);
    }
    out.writeInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      out.writeInt(keys[i]);
      out.writeByte(from[i + 1] - from[i]);
    }
    out.write(to);
    for (short steps : weight) {
      if (together) {
        out.writeShort(steps);
      } else {
        out.writeByte(steps);
      }
    }
    out.flush();
  }

  /// The chances of the labels, in their order; together they are 1.
  ///
  /// @param rules traits that other readers found, which count in full
  float[] chances(Traits.Found traits, int[] rules) {
    float[] sums = new float[labels.size()];
    for (int i = 0; i < traits.size(); i++) {
      add(traits.key(i), sums);
    }
    float share = traits.share();
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= share;
    }
    for (int rule : rules) {
      add(rule, sums);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] * step[i] + bias[i];
    }
    return together ? chances(sums) : each(sums);
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

  private void add(int key, float[] sums) {
    int at = place(key);
    if (at != FREE) {
      for (int entry = from[at]; entry < from[at + 1]; entry++) {
        sums[to[entry]] += weight[entry];
      }
    }
  }

  private int place(int key) {
    int slot = key & slots.length - 1;
    while (slots[slot] != FREE && keys[slots[slot]] != key) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
  }

  /// How much each word of a message spoke for a label.
  float[] said(int size, Traits.Found traits, int label) {
    float[] said = new float[size];
    float[] sums = new float[labels.size()];
    for (int i = 0; i < traits.size() && size > 0; i++) {
      sums[label] = 0;
      add(traits.key(i), sums);
      said[traits.word(i)] += sums[label] * step[label] * traits.share();
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
