package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Rules;
import fr.duret.permanence.understanding.Learner.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rows from which the reader of « leave it as it was » is learned: ours, and what is picked,
/// wished or agreed to in the rows of all other answers, or wanted of a visit, which keep nothing.
final class KeepRows {

  static final String FILE = "training/keep-own";

  private static final Set<String> PICKS = Set.of("PICK", "ANY", "OTHER_WISH");

  private static final Set<String> CHANGES = Set.of("CANCEL", "MOVE", "ABSENT", "LATE", "STATUS");

  private KeepRows() {}

  static List<Sample> samples(French french) {
    List<Sample> samples = new ArrayList<>();
    for (String line : TrainingRows.read(FILE)) {
      String[] fields = line.split("\t", -1);
      samples.add(sample(french, FILE, fields[2], fields[3]));
    }
    for (AnswerRows.Row row : AnswerRows.of(french, "choice")) {
      if (PICKS.contains(row.kind())) {
        samples.add(sample(french, row.file(), row.text(), "OTHER"));
      }
    }
    for (AnswerRows.Row row : AnswerRows.of(french, "yesno")) {
      if (row.labels().getFirst().equals("YES")) {
        samples.add(sample(french, row.file(), row.text(), "OTHER"));
      }
    }
    for (TrainingRows.Line line : TrainingRows.of("intent")) {
      if (CHANGES.contains(line.labels().getFirst())) {
        samples.add(sample(french, line.file(), line.text(), "OTHER"));
      }
    }
    return samples;
  }

  private static Sample sample(French french, String file, String text, String label) {
    return new Sample(
        file, text, label, List.of(label), french.traits(text), Rules.of(new int[0], true));
  }
}
