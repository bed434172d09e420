package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Rules;
import fr.duret.permanence.understanding.Learner.Sample;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows from which the readers of choices and of yes and no are learned. The rules were written
/// for all of them but those of [#HONEST].
final class AnswerRows {

  /// Files of authors on whose rows no rule was made.
  static final List<String> HONEST =
      List.of("training/answers-1", "training/answers-2", "training/answers-own");

  private static final List<String> KNOWN_TO_RULES =
      List.of("author-answers", "author-dev", "author-own", "author-own-choices");

  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");
  private static final Pattern CHOICE = Pattern.compile("choice=(\\S+)");
  private static final Pattern ANSWER = Pattern.compile("answer=([A-Z]+)");
  private static final Set<String> OFFERS = Set.of("two", "three");

  private AnswerRows() {}

  /// A row as it stands in a file.
  ///
  /// @param labels all that are right, the better first
  record Row(String file, Context context, String text, List<String> labels, boolean honest) {

    /// What sort of answer that is.
    String kind() {
      return kind(labels.getFirst());
    }

    static String kind(String label) {
      return Character.isDigit(label.charAt(0)) ? "PICK" : label;
    }

    List<String> kinds() {
      return labels.stream().map(Row::kind).toList();
    }
  }

  /// Rows of that category: `choice` or `yesno`.
  static List<Row> of(French french, String category) {
    List<Row> rows = new ArrayList<>();
    for (String file : HONEST) {
      add(rows, file, category, true);
    }
    for (String file : KNOWN_TO_RULES) {
      add(rows, file, category, false);
    }
    for (String line : TrainingRows.read("meanings")) {
      String[] fields = line.split("\t", -1);
      Context context = MeaningNotation.context(fields[2]);
      Matcher choice = CHOICE.matcher(fields[3]);
      Matcher answer = ANSWER.matcher(fields[3]);
      if (category.equals("choice") && OFFERS.contains(fields[2]) && choice.find()) {
        boolean wish = !french.heard(fields[1], NOW, context).dates().best().wanted().isEmpty();
        rows.add(
            new Row("meanings", context, fields[1], List.of(label(choice.group(1), wish)), false));
      } else if (category.equals("yesno") && fields[2].equals("yesno") && answer.find()) {
        rows.add(new Row("meanings", context, fields[1], List.of(answer.group(1)), false));
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, String file, String category, boolean honest) {
    for (String line : TrainingRows.read(file)) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals(category)) {
        rows.add(
            new Row(
                file,
                AuthoredRows.context(fields[1]),
                fields[2],
                List.of(fields[3].split("\\|", -1)),
                honest));
      }
    }
  }

  /// The notation of `meanings.tsv` in that of the authors.
  private static String label(String choice, boolean wish) {
    if (choice.endsWith("!")) {
      return "ANY";
    }
    if (choice.equals("none")) {
      return wish ? "OTHER_WISH" : "NONE_SUITS";
    }
    return choice.length() == 1 && Character.isDigit(choice.charAt(0)) ? choice : "UNCLEAR";
  }

  /// What the reader of the sort of answer learns from.
  static List<Sample> kinds(French french) {
    return of(french, "choice").stream().map(row -> kind(french, row)).toList();
  }

  static Sample kind(French french, Row row) {
    French.Heard heard = french.heard(row.text(), NOW, row.context());
    return new Sample(
        row.file(),
        row.text(),
        row.kind(),
        row.kinds(),
        heard.traits(),
        Rules.of(heard.clues().whole(), RuledChoice.whole(heard.choice()), row.honest()));
  }

  /// What the reader of each option learns from.
  static List<Sample> options(French french) {
    return of(french, "choice").stream().flatMap(row -> options(french, row).stream()).toList();
  }

  static List<Sample> options(French french, Row row) {
    French.Heard heard = french.heard(row.text(), NOW, row.context());
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < row.context().options().size(); i++) {
      String label = row.labels().getFirst().equals(Integer.toString(i + 1)) ? "YES" : "NO";
      samples.add(
          new Sample(
              row.file(),
              row.text(),
              label,
              List.of(label),
              MessageTraits.none(),
              Rules.of(heard.clues().of(i), RuledChoice.of(heard.choice(), i), row.honest())));
    }
    return samples;
  }

  /// What the reader of yes and no learns from.
  static List<Sample> replies(French french) {
    return of(french, "yesno").stream().map(row -> reply(french, row)).toList();
  }

  static Sample reply(French french, Row row) {
    French.Heard heard = french.heard(row.text(), NOW, row.context());
    return new Sample(
        row.file(),
        row.text(),
        row.labels().getFirst(),
        row.labels(),
        heard.traits(),
        Rules.of(
            Replies.told(heard.message(), heard.matches()),
            Replies.found(heard.answer()),
            row.honest()));
  }

  /// Whether what was chosen is right, and whether it would have been acted on.
  static boolean[] judged(Row row, Choice choice, boolean wish) {
    String got =
        switch (choice) {
          case Choice.One one -> Integer.toString(one.option() + 1);
          case Choice.Several several -> several.willing() ? "ANY" : "UNCLEAR";
          case Choice.NoneSuits none -> none.wish() ? "OTHER_WISH" : "NONE_SUITS";
          case Choice.NoSuchOption number -> "UNCLEAR";
          case Choice.Nothing() -> wish ? "OTHER_WISH" : "UNCLEAR";
        };
    boolean acts =
        switch (choice) {
          case Choice.One one -> one.confidence() == Confidence.SURE;
          case Choice.Several several -> several.willing();
          case Choice.NoneSuits none -> true;
          case Choice.NoSuchOption number -> false;
          case Choice.Nothing() -> false;
        };
    return new boolean[] {row.labels().contains(got), acts};
  }
}
