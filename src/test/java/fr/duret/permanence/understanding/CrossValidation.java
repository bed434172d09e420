package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Judges the learned reader on rows that it has not learned from, and shows what each threshold
/// would cost: first by author (all files but his are learned from), then in five parts of all
/// authors' rows. Run as a program it prints both.
final class CrossValidation {

  private static final int PARTS = 5;
  private static final float[] THRESHOLDS = {0.5f, 0.7f, 0.8f, 0.9f, 0.95f};

  /// So much more is asked of an alarm where the rules hear nothing.
  private static final float UNHEARD = 0.15f;

  private CrossValidation() {}

  /// A row with what was made of it.
  record Judged(Sample sample, List<Float> chances) {}

  /// Prints the figures.
  public static void main(String[] args) {
    if (args.length > 0) {
      intents();
      return;
    }
    List<Sample> danger = TrainingRows.danger(new Vocabulary());
    List<Judged> judged = new ArrayList<>();
    for (String author : TrainingRows.AUTHORS) {
      judged.addAll(byAuthor(danger, author));
    }
    tables("by author", judged);
    tables("in five parts", inParts(danger));
  }

  /// For each author of intents: how many are right by the words alone, and how many of those whose
  /// chance is at least so much are wrong.
  private static void intents() {
    French french = TrainModel.french();
    List<Sample> all = TrainingRows.intents(french);
    List<String> labels = TrainingRows.labels(all);
    for (String author : TrainingRows.AUTHORS.subList(2, 4)) {
      List<Sample> asked = all.stream().filter(s -> s.file().equals(author)).toList();
      Weights weights =
          TrainModel.INTENTS.learn(
              all.stream().filter(s -> !s.file().equals(author)).toList(), labels);
      Wishes wishes = new Wishes(weights);
      int acted = 0;
      int mistaken = 0;
      int decided = 0;
      int right = 0;
      int[] sure = new int[THRESHOLDS.length];
      int[] wrong = new int[THRESHOLDS.length];
      for (Sample sample : asked) {
        float[] chances = weights.chances(sample.traits(), sample.rules().array());
        int best = Wishes.best(chances);
        boolean hit = sample.right().contains(labels.get(best));
        right += hit ? 1 : 0;
        Context context = isOfVisit(sample) ? Context.none().withVisitPlanned() : Context.none();
        Finding<Intent> read =
            french.weigh(wishes, sample.text(), TrainingRows.NOW, context).getFirst();
        boolean meant = sample.right().contains(Wishes.label(read.value()));
        decided += meant ? 1 : 0;
        acted += read.confidence() == Confidence.SURE ? 1 : 0;
        mistaken += read.confidence() == Confidence.SURE && !meant ? 1 : 0;
        for (int i = 0; i < THRESHOLDS.length; i++) {
          sure[i] += chances[best] >= THRESHOLDS[i] ? 1 : 0;
          wrong[i] += chances[best] >= THRESHOLDS[i] && !hit ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "intents by author, %s: %d of %d right; chance at least %s: %s, of them wrong %s%n",
          author,
          right,
          asked.size(),
          Arrays.toString(THRESHOLDS),
          Arrays.toString(sure),
          Arrays.toString(wrong));
      System.out.printf(
          "with the rules: %d right; %d sure, %d of them wrong%n", decided, acted, mistaken);
    }
  }

  private static boolean isOfVisit(Sample sample) {
    return sample.rules().told().contains(Traits.rule("visit"));
  }

  private static void tables(String how, List<Judged> judged) {
    for (String author : TrainingRows.AUTHORS.subList(0, 2)) {
      System.out.println("danger " + how + ", " + author);
      dangerTable(judged.stream().filter(row -> row.sample().file().equals(author)).toList());
    }
    System.out.println("danger " + how + ", both");
    dangerTable(judged.stream().filter(CrossValidation::isDanger).toList());
    System.out.println("danger " + how + ", ordinary messages");
    dangerTable(judged.stream().filter(row -> !isDanger(row)).toList());
  }

  private static boolean isDanger(Judged row) {
    return TrainingRows.AUTHORS.subList(0, 2).contains(row.sample().file());
  }

  private static List<Judged> byAuthor(List<Sample> all, String author) {
    List<Sample> others = all.stream().filter(s -> !s.file().equals(author)).toList();
    return judge(others, all.stream().filter(s -> s.file().equals(author)).toList());
  }

  private static List<Judged> inParts(List<Sample> all) {
    List<Judged> judged = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Sample> learned = new ArrayList<>();
      List<Sample> asked = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        boolean theirs = TrainingRows.AUTHORS.contains(all.get(i).file());
        (theirs && Math.floorMod(all.get(i).text().hashCode(), PARTS) == part ? asked : learned)
            .add(all.get(i));
      }
      judged.addAll(judge(learned, asked));
    }
    return judged;
  }

  private static List<Judged> judge(List<Sample> learned, List<Sample> asked) {
    Weights weights = TrainModel.DANGER.learn(learned, Danger.LABELS);
    return asked.stream()
        .distinct()
        .map(s -> new Judged(s, list(weights.chances(s.traits(), s.rules().array()))))
        .toList();
  }

  private static List<Float> list(float[] chances) {
    List<Float> list = new ArrayList<>();
    for (float chance : chances) {
      list.add(chance);
    }
    return list;
  }

  private static float[] array(List<Float> chances) {
    float[] array = new float[chances.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = chances.get(i);
    }
    return array;
  }

  private static void dangerTable(List<Judged> judged) {
    for (float calm : new float[] {0.4f, 0.6f, 0.7f, 0.75f, 0.8f, 0.9f}) {
      for (float alarming : new float[] {0.5f, 0.6f}) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int waking = 0;
        for (Judged row : judged) {
          boolean silent = row.sample().rules().traits().contains(Danger.SILENCE);
          String got =
              Danger.label(array(row.chances()), calm, silent ? alarming + UNHEARD : alarming);
          List<String> labels = row.sample().right();
          right += labels.contains(got) ? 1 : 0;
          boolean none = got.equals("NONE") && !labels.contains("NONE");
          boolean alarm =
              got.equals("ALARM") && !labels.contains("ALARM") && !labels.contains("ASK");
          wrong += none || alarm ? 1 : 0;
          missed += none && labels.contains("ALARM") ? 1 : 0;
          waking += alarm ? 1 : 0;
        }
        System.out.printf(
            Locale.ROOT,
            "calm %.2f alarming %.2f: right %.1f surely wrong %.1f (alarms missed %.1f, needless %.1f)%n",
            calm,
            alarming,
            100.0 * right / judged.size(),
            100.0 * wrong / judged.size(),
            100.0 * missed / judged.size(),
            100.0 * waking / judged.size());
      }
    }
  }
}
