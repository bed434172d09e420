package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Learner.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges the learned reader on rows that it has not learned from, and shows what each threshold
/// would cost: first by author (all files but his are learned from), then in five parts of all
/// authors' rows. Run as a program it prints both.
final class CrossValidation {

  private static final int PARTS = 5;

  /// So much more is asked of an alarm where the rules hear nothing.
  private static final float UNHEARD = 0.15f;

  private CrossValidation() {}

  /// A row with what was made of it.
  record Judged(Sample sample, List<Float> chances) {}

  /// Prints the figures.
  public static void main(String[] args) {
    List<Sample> danger = TrainingRows.danger(new Vocabulary());
    List<Judged> judged = new ArrayList<>();
    for (String author : TrainingRows.AUTHORS) {
      judged.addAll(byAuthor(danger, author));
    }
    tables("by author", judged);
    tables("in five parts", inParts(danger));
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
