package fr.duret.permanence.understanding.dates;

import fr.duret.permanence.understanding.corpus.CorpusReport;
import java.time.LocalDateTime;

/// Judges a corpus of dates: category, now, text, expected notation. Run as a program it prints
/// table and errors; the argument is the resource.
public final class DatesCorpus {

  private static final Dates DATES = Dates.french();

  private DatesCorpus() {}

  /// Judges every row of the resource.
  static CorpusReport report(String resource) {
    return CorpusReport.of(resource, DatesCorpus::judge);
  }

  private static CorpusReport.Verdict judge(CorpusReport.Row row) {
    if (row.fields().size() != 3) {
      throw new IllegalStateException("line " + row.line() + ": four fields expected");
    }
    Reading reading = DATES.read(row.field(1), LocalDateTime.parse(row.field(0)));
    String expected = When.parse(row.field(2)).notation();
    String got = reading.best().notation();
    return new CorpusReport.Verdict(
        expected.equals(got), reading.isSure(), got + " (" + reading.confidence() + ")");
  }

  /// Prints the table and the errors of a corpus.
  public static void main(String[] args) {
    CorpusReport report = report(args.length > 0 ? args[0] : "/understanding/dates.tsv");
    System.out.print(report.errors());
    System.out.print(report.table());
  }
}
