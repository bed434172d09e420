package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Rules;
import fr.duret.permanence.understanding.Learner.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows that the learned reader is trained on, in the notation of docs/understanding.md. Those
/// of `training/` are by independent authors; the rules were written for the others, so that
/// nothing can be learned there about how far to trust rules.
final class TrainingRows {

  /// The authors' files; each is judged by what was learned from the others.
  static final List<String> AUTHORS =
      List.of(
          "training/author-1",
          "training/author-2",
          "training/author-3",
          "training/author-4",
          "training/author-5",
          "training/author-6",
          "training/author-7",
          "training/author-8",
          "training/author-9",
          "training/author-10",
          "training/author-11");

  private static final List<String> OURS =
      List.of(
          "training/own-1", "training/own-2", "training/own-3", "training/own-4", "training/own-5");
  private static final List<String> KNOWN_TO_RULES = List.of("author-dev", "author-own");

  /// Categories whose rows tell of no danger, unless the rules hear one.
  private static final List<String> ORDINARY =
      List.of("intent", "yesno", "choice", "name", "commune", "date");

  /// A row written about danger teaches so many times as much as any other: nearly all messages are
  /// ordinary, and a danger missed costs most.
  private static final int TIMES = 3;

  private static final Set<String> VERDICTS = Set.of("alarm", "calm", "none");

  static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");
  private static final Pattern INTENT = Pattern.compile("intent=([A-Z_]+)");
  private static final Set<String> FREE = Set.of("-", "visit");
  private static final Set<Intent> OF_A_VISIT =
      EnumSet.of(
          Intent.MOVE,
          Intent.CANCEL,
          Intent.LATE,
          Intent.ABSENT,
          Intent.NO_SHOW,
          Intent.WHAT_TIME,
          Intent.VISIT_STATUS);

  private TrainingRows() {}

  /// A row as it stands in a file.
  record Line(String file, String category, String context, String text, List<String> labels) {

    boolean honest() {
      return file.startsWith("training/");
    }
  }

  /// All rows of a category, in the order of the files.
  static List<Line> of(String category) {
    List<Line> lines = new ArrayList<>();
    for (List<String> files : List.of(AUTHORS, OURS, KNOWN_TO_RULES)) {
      for (String file : files) {
        read(file).stream()
            .map(row -> row.split("\t", -1))
            .filter(row -> row[0].equals(category))
            .map(row -> new Line(file, row[0], row[1], row[2], List.of(row[3].split("\\|", -1))))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  /// What the danger reader learns from.
  static List<Sample> danger(Vocabulary vocabulary) {
    List<Sample> samples = new ArrayList<>();
    for (Line line : of("danger")) {
      samples.add(
          danger(vocabulary, line.file(), line.text(), line.labels(), line.honest(), TIMES));
    }
    for (String category : ORDINARY) {
      for (Line line : of(category)) {
        Sample sample =
            danger(vocabulary, line.file(), line.text(), List.of("NONE"), line.honest(), 1);
        if (sample.rules().traits().contains(Danger.SILENCE)) {
          samples.add(sample);
        }
      }
    }
    for (String row : read("emergencies")) {
      String[] fields = row.split("\t", -1);
      if (VERDICTS.contains(fields[0])) {
        Message message = vocabulary.read(fields[1]);
        Emergency ruled =
            vocabulary.emergencies().judge(message, vocabulary.emergencies().find(message));
        samples.add(
            danger(
                vocabulary, "emergencies", fields[1], List.of(label(fields[0], ruled)), false, 1));
      }
    }
    return samples;
  }

  /// What the reader of intents learns from: rows of all authors, our own table, and the examples
  /// of the vocabulary.
  static List<Sample> intents(French french) {
    List<Sample> samples = new ArrayList<>();
    for (Line line : of("intent")) {
      boolean visit = line.context().equals("visit");
      samples.add(intent(french, line.file(), line.text(), line.labels(), visit, line.honest()));
    }
    for (String row : read("meanings")) {
      String[] fields = row.split("\t", -1);
      Matcher intent = INTENT.matcher(fields[3]);
      if (FREE.contains(fields[2]) && intent.find()) {
        List<String> labels = List.of(Wishes.label(Intent.valueOf(intent.group(1))));
        samples.add(
            intent(french, "meanings", fields[1], labels, fields[2].equals("visit"), false));
      }
    }
    for (Neighbours.Example example : new Vocabulary().examples()) {
      String text = example.message().source();
      List<String> labels = List.of(Wishes.label(example.intent()));
      samples.add(
          intent(french, "examples", text, labels, OF_A_VISIT.contains(example.intent()), false));
    }
    return samples;
  }

  /// The labels of samples, in the order of the alphabet.
  static List<String> labels(List<Sample> samples) {
    return samples.stream().map(Sample::label).distinct().sorted().toList();
  }

  private static Sample intent(
      French french, String file, String text, List<String> labels, boolean visit, boolean honest) {
    Context context = visit ? Context.none().withVisitPlanned() : Context.none();
    int[] found = Wishes.found(french.ruled(text, NOW, context));
    return new Sample(
        file,
        text,
        labels.getFirst(),
        labels,
        french.traits(text),
        Rules.of(Wishes.told(context), found, honest),
        1);
  }

  /// « calm » only says that no alarm is meant: whether a question is, the rules say.
  private static String label(String verdict, Emergency ruled) {
    return switch (verdict) {
      case "alarm" -> "ALARM";
      case "calm" -> ruled instanceof Emergency.Ask ? "ASK" : "NONE";
      default -> "NONE";
    };
  }

  private static Sample danger(
      Vocabulary vocabulary,
      String file,
      String text,
      List<String> labels,
      boolean honest,
      int times) {
    Message message = vocabulary.read(text);
    List<Match> matches = vocabulary.emergencies().find(message);
    int[] rules = Danger.traits(matches, vocabulary.emergencies().judge(message, matches));
    return new Sample(
        file,
        text,
        labels.getFirst(),
        labels,
        vocabulary.traits().of(message),
        Rules.of(rules, honest),
        times);
  }

  /// The lines of a file, without comments.
  static List<String> read(String file) {
    try (InputStream in =
        TrainingRows.class.getResourceAsStream("/understanding/" + file + ".tsv")) {
      if (in == null) {
        throw new IllegalStateException("no such rows: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
