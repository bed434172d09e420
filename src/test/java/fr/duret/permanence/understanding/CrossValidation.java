package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges the learned reader on the rows of each author by what is learned from all other files.
/// Run as a program it prints the figures of danger, or with the argument `intents` those of
/// intents; whatever is tuned is tuned on them.
final class CrossValidation {

  /// So many rows of danger, at least, has an author of danger; those of others only mention it.
  private static final int OF_DANGER = 100;

  private CrossValidation() {}

  /// Prints the figures.
  public static void main(String[] args) {
    if (args.length > 0) {
      intents();
    } else {
      danger();
    }
  }

  private static void danger() {
    List<Sample> all = TrainingRows.danger(new Vocabulary());
    DangerTally tally = new DangerTally();
    DangerTally ordinary = new DangerTally();
    for (String author : TrainingRows.AUTHORS) {
      List<Sample> theirs = of(all, author);
      Weights weights = Weights.of(TrainModel.DANGER.learn(others(all, author), Danger.LABELS));
      DangerTally own = new DangerTally();
      boolean told = theirs.stream().filter(s -> s.times() > 1).count() >= OF_DANGER;
      for (Sample sample : theirs) {
        String got =
            hearing(sample).label(weights.chances(sample.traits(), sample.rules().array()));
        own.add(sample, got);
        (told ? tally : ordinary).add(sample, got);
      }
      System.out.println(author + ": " + own);
    }
    System.out.println("danger, all authors: " + tally);
    System.out.println("ordinary messages, all authors: " + ordinary);
  }

  private static Hearing hearing(Sample sample) {
    List<Integer> found = sample.rules().traits();
    if (found.contains(Traits.rule("verdict ALARM"))) {
      return Hearing.ALARM;
    }
    return found.contains(Traits.rule("verdict ASK")) ? Hearing.DOUBT : Hearing.NOTHING;
  }

  private static void intents() {
    French french = TrainModel.french();
    List<Sample> all = TrainingRows.intents(french);
    List<String> labels = TrainingRows.labels(all);
    IntentTally tally = new IntentTally();
    for (String author : TrainingRows.AUTHORS) {
      if (of(all, author).isEmpty()) {
        continue;
      }
      Weights weights = Weights.of(TrainModel.INTENTS.learn(others(all, author), labels));
      Wishes wishes = new Wishes(weights);
      IntentTally own = new IntentTally();
      for (Sample sample : of(all, author)) {
        Finding<Intent> read =
            french.weigh(wishes, sample.text(), TrainingRows.NOW, context(sample)).getFirst();
        float[] chances = weights.chances(sample.traits(), sample.rules().array());
        String likeliest = labels.get(Wishes.best(chances));
        own.add(sample, read, likeliest);
        tally.add(sample, read, likeliest);
      }
      System.out.println(author + ": " + own);
    }
    System.out.println("intents, all authors: " + tally);
  }

  private static Context context(Sample sample) {
    boolean visit = sample.rules().told().contains(Traits.rule("visit"));
    return visit ? Context.none().withVisitPlanned() : Context.none();
  }

  private static List<Sample> of(List<Sample> all, String author) {
    return all.stream().filter(sample -> sample.file().equals(author)).toList();
  }

  private static List<Sample> others(List<Sample> all, String author) {
    return all.stream().filter(sample -> !sample.file().equals(author)).toList();
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  /// What was made of rows of danger. Surely wrong: nothing where a danger or a question is meant,
  /// an alarm where nothing is.
  private static final class DangerTally {

    private final List<String> surelyWrong = new ArrayList<>();
    private final int[][] matrix = new int[3][3];
    private int rows;
    private int right;

    void add(Sample sample, String got) {
      rows++;
      matrix[Danger.LABELS.indexOf(sample.label())][Danger.LABELS.indexOf(got)]++;
      if (sample.right().contains(got)) {
        right++;
      } else if (got.equals("NONE") || (got.equals("ALARM") && !sample.right().contains("ASK"))) {
        surelyWrong.add(sample.text());
      }
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "%d rows, %.1f %% right, %.1f %% surely wrong;",
              rows,
              percent(right, rows),
              percent(surelyWrong.size(), rows)));
      for (int label = 0; label < matrix.length; label++) {
        text.append(
            String.format(
                " %s alarmed %d asked %d passed %d;",
                Danger.LABELS.get(label), matrix[label][0], matrix[label][1], matrix[label][2]));
      }
      return text.toString();
    }
  }

  /// What was made of rows of intents.
  private static final class IntentTally {

    private int rows;
    private int right;
    private int likeliest;
    private int sure;
    private int wrong;

    void add(Sample sample, Finding<Intent> read, String best) {
      boolean hit = sample.right().contains(Wishes.label(read.value()));
      boolean acted = read.confidence() == Confidence.SURE;
      rows++;
      right += hit ? 1 : 0;
      likeliest += sample.right().contains(best) ? 1 : 0;
      sure += acted ? 1 : 0;
      wrong += acted && !hit ? 1 : 0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d rows, %.1f %% right (by the weights alone %.1f), %d sure, %d of them wrong (%.1f %% of all)",
          rows,
          percent(right, rows),
          percent(likeliest, rows),
          sure,
          wrong,
          percent(wrong, rows));
    }
  }
}
