package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.understanding.corpus.CorpusReport;
import org.junit.jupiter.api.Test;

/// Our own corpus of dates, on which the grammar was grown.
class DatesCorpusTest {

  private static final double RIGHT = 0.97;
  private static final double CONFIDENTLY_WRONG = 0.01;

  @Test
  void datesOfOurOwnCorpusAreUnderstood() {
    CorpusReport report = DatesCorpus.report("/understanding/dates.tsv");
    System.out.print(report.table());
    assertThat(report.size()).isGreaterThanOrEqualTo(350);
    report.requireAtLeast(RIGHT, CONFIDENTLY_WRONG);
  }
}
