package fr.duret.permanence.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.understanding.corpus.CorpusReport;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Judges the reading of whole messages on tables of examples; the command that prints the tables
/// is in `docs/understanding.md`.
class MeaningTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 18, 30);

  private static final French FRENCH =
      French.load(
          Communes.load().all().stream().map(commune -> commune.name()).toList(),
          List.of("Claire"));

  @Test
  void nearly_all_examples_are_wholly_understood_and_hardly_any_is_surely_wrong() {
    CorpusReport report = CorpusReport.of("/understanding/meanings.tsv", MeaningTest::meaning);

    assertThat(report.size()).isGreaterThanOrEqualTo(250);
    report.requireAtLeast(0.97, 0.01);
    show(report);
  }

  @Test
  void examples_never_tuned_on_are_mostly_understood() {
    CorpusReport report =
        CorpusReport.of("/understanding/meanings-blind.tsv", MeaningTest::meaning);

    report.requireAtLeast(0.80, 0.03);
    show(report);
  }

  @Test
  void every_danger_raises_the_alarm_and_nothing_else_does() {
    CorpusReport report = CorpusReport.of("/understanding/emergencies.tsv", MeaningTest::danger);

    report.requireAtLeast(1, 0);
    show(report);
  }

  private static void show(CorpusReport report) {
    if (Boolean.getBoolean("corpus.show")) {
      System.out.println(report.table() + report.errors());
    }
  }

  private static CorpusReport.Verdict meaning(CorpusReport.Row row) {
    Understood got = FRENCH.read(row.field(0), NOW, MeaningNotation.context(row.field(1)));
    List<String> wrong = MeaningNotation.wrong(row.field(2), got);
    boolean confident = MeaningNotation.confident(row.field(2), got);
    return new CorpusReport.Verdict(wrong.isEmpty(), confident, wrong + " in " + got);
  }

  private static CorpusReport.Verdict danger(CorpusReport.Row row) {
    Emergency got = FRENCH.read(row.field(0), NOW, Context.none()).emergency();
    boolean alarm = got instanceof Emergency.Alarm;
    boolean right =
        switch (row.category()) {
          case "alarm" -> alarm;
          case "calm" -> !alarm;
          case "none" -> got instanceof Emergency.None;
          default -> throw new IllegalArgumentException(row.category());
        };
    return new CorpusReport.Verdict(right, !right, got.toString());
  }
}
