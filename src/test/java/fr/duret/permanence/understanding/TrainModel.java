package fr.duret.permanence.understanding;

import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.understanding.Learner.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Learns the weights of the learned reader anew and writes them among the vocabulary; the command
/// is in docs/understanding.md.
final class TrainModel {

  static final JointLearner DANGER = new JointLearner(5, 0.01);

  static final JointLearner INTENTS = new JointLearner(1.2f, 0.02);

  /// Of what sort an answer to an offer is, each option by itself, and yes and no.
  static final Learner KINDS = new Learner(3, 1);

  static final Learner OPTIONS = new Learner(1, 1);

  static final Learner REPLIES = new Learner(3, 1);

  static final Learner KEEPING = new Learner(3, 1);

  private TrainModel() {}

  /// As in the service: communes and people are told from intents.
  static French french() {
    return French.load(
        Communes.load().all().stream().map(Commune::name).distinct().toList(), List.of("Claire"));
  }

  /// Writes the weights.
  ///
  /// @param args the folder of the vocabulary
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "src/main/resources/understanding");
    write(
        folder.resolve("danger.weights"),
        DANGER.learn(TrainingRows.danger(new Vocabulary()), Danger.LABELS));
    List<Sample> intents = TrainingRows.intents(french());
    answers(folder, french());
    write(
        folder.resolve("keep.weights"), KEEPING.learn(KeepRows.samples(french()), Keeping.LABELS));
    write(folder.resolve("intents.weights"), INTENTS.learn(intents, TrainingRows.labels(intents)));
  }

  private static void answers(Path folder, French french) throws IOException {
    write(folder.resolve("choices.weights"), KINDS.learn(AnswerRows.kinds(french), Picks.KINDS));
    write(
        folder.resolve("options.weights"), OPTIONS.learn(AnswerRows.options(french), Picks.PICKED));
    write(
        folder.resolve("answers.weights"),
        REPLIES.learn(AnswerRows.replies(french), Replies.LABELS));
  }

  private static void write(Path file, Learned weights) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
    System.out.println(file + " " + Files.size(file) + " bytes");
  }
}
