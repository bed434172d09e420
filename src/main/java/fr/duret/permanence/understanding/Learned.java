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
import java.util.List;

/// What was learned, as it stands in a file: for each trait how much it speaks for each label, in
/// equal steps. The labels of danger and intents were learned together, others each against the
/// rest; trained by `TrainModel` among the tests.
final class Learned {

  /// Begins a file of labels learned each against the rest, with weights of one byte.
  private static final int EACH = 0x50_4d_57_31;

  /// Begins a file of labels learned together, with weights of two bytes.
  private static final int TOGETHER = 0x50_4d_57_32;

  final int fingerprint;
  final boolean together;
  final List<String> labels;
  final float[] bias;
  final float[] step;
  final int[] keys;
  final int[] from;
  final byte[] to;
  final short[] weight;

  /// @param fingerprint of the traits that were trained on
  /// @param together whether the labels were learned together, or each against the rest
  /// @param labels what can be told apart
  /// @param bias of each label
  /// @param step by which each label's weights are multiplied
  /// @param keys the traits' numbers, each once
  /// @param from where the entries of each trait begin; one more than there are traits
  /// @param to the label of each entry
  /// @param weight of each entry
  Learned(
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
  }

  /// Reads a file beside the vocabulary.
  ///
  /// @throws IllegalArgumentException if there is no such file, or it is none of these
  static Learned load(String name) {
    try (InputStream in = Learned.class.getResourceAsStream("/understanding/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such weights: " + name);
      }
      return read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Learned read(DataInputStream in) throws IOException {
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
    return new Learned(fingerprint, together, labels, bias, step, keys, from, to, weight);
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
}
