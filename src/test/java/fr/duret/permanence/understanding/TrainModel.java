package fr.duret.permanence.understanding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Learns the weights of the learned reader anew and writes them among the vocabulary; the command
/// is in docs/understanding.md.
final class TrainModel {

  static final Learner DANGER = new Learner(0.4, 4);

  private TrainModel() {}

  /// Writes the weights.
  ///
  /// @param args the folder of the vocabulary
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "src/main/resources/understanding");
    write(
        folder.resolve("danger.weights"),
        DANGER.learn(TrainingRows.danger(new Vocabulary()), Danger.LABELS));
  }

  private static void write(Path file, Weights weights) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
    System.out.println(file + " " + Files.size(file) + " bytes");
  }
}
