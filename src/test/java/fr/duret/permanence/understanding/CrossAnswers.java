package fr.duret.permanence.understanding;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges the readers of choices and of yes and no on rows of authors for whom no rule was made: in
/// ten parts, each judged by what was learned from the others.
final class CrossAnswers {

  private static final int PARTS = 10;
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");

  private CrossAnswers() {}

  /// Prints the figures.
  public static void main(String[] args) {
    French french = TrainModel.french();
    boolean show = args.length > 0;
    choices(french, show);
    replies(french, show);
  }

  private static void choices(French french, boolean show) {
    List<AnswerRows.Row> rows = AnswerRows.of(french, "choice");
    int right = 0;
    int wrong = 0;
    int all = 0;
    int before = 0;
    for (int part = 0; part < PARTS; part++) {
      List<Learner.Sample> kinds = new ArrayList<>();
      List<Learner.Sample> options = new ArrayList<>();
      List<AnswerRows.Row> asked = new ArrayList<>();
      for (AnswerRows.Row row : rows) {
        if (row.file().endsWith("answers-1")
            && Math.floorMod(row.text().hashCode(), PARTS) == part) {
          asked.add(row);
        } else {
          kinds.add(AnswerRows.kind(french, row));
          options.addAll(AnswerRows.options(french, row));
        }
      }
      Weights k = Weights.of(TrainModel.KINDS.learn(kinds, Picks.KINDS));
      Picks picks = new Picks(k, Weights.of(TrainModel.OPTIONS.learn(options, Picks.PICKED)));
      for (AnswerRows.Row row : asked) {
        French.Heard heard = french.heard(row.text(), NOW, row.context());
        boolean wish = !heard.dates().best().wanted().isEmpty();
        Choice got =
            picks.weigh(
                heard.traits(),
                heard.clues(),
                heard.dates().best(),
                row.context().options().size(),
                heard.choice());
        boolean[] judged = AnswerRows.judged(row, got, wish);
        boolean[] ruled = AnswerRows.judged(row, heard.choice(), wish);
        all++;
        right += judged[0] ? 1 : 0;
        wrong += !judged[0] && judged[1] ? 1 : 0;
        before += ruled[0] ? 1 : 0;
        if (show && !judged[0]) {
          System.out.println(
              (judged[1] ? "!! " : "   ") + row.text() + " | " + row.labels() + " | " + got);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "choices: %d rows, rules right %.1f; learned right %.1f, surely wrong %d%n",
        all,
        100.0 * before / all,
        100.0 * right / all,
        wrong);
  }

  private static void replies(French french, boolean show) {
    List<AnswerRows.Row> rows = AnswerRows.of(french, "yesno");
    int right = 0;
    int wrong = 0;
    int all = 0;
    int before = 0;
    for (int part = 0; part < PARTS; part++) {
      List<Learner.Sample> learned = new ArrayList<>();
      List<AnswerRows.Row> asked = new ArrayList<>();
      for (AnswerRows.Row row : rows) {
        if (row.file().endsWith("answers-1")
            && Math.floorMod(row.text().hashCode(), PARTS) == part) {
          asked.add(row);
        } else {
          learned.add(AnswerRows.reply(french, row));
        }
      }
      Replies replies = new Replies(Weights.of(TrainModel.REPLIES.learn(learned, Replies.LABELS)));
      for (AnswerRows.Row row : asked) {
        French.Heard heard = french.heard(row.text(), NOW, row.context());
        Answer got =
            replies.weigh(heard.message(), heard.matches(), heard.traits(), heard.answer());
        boolean hit = row.labels().contains(got.name());
        boolean acts = got == Answer.YES || got == Answer.NO;
        all++;
        right += hit ? 1 : 0;
        wrong += !hit && acts ? 1 : 0;
        before += row.labels().contains(heard.answer().name()) ? 1 : 0;
        if (show && !hit) {
          System.out.println(
              (acts ? "!! " : "   ")
                  + row.text()
                  + " | "
                  + row.labels()
                  + " | "
                  + got
                  + " | rules "
                  + heard.answer());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "yes and no: %d rows, rules right %.1f; learned right %.1f, surely wrong %d%n",
        all,
        100.0 * before / all,
        100.0 * right / all,
        wrong);
  }
}
