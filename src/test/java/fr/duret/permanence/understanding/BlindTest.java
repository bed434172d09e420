package fr.duret.permanence.understanding;

import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.corpus.CorpusReport;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Judges readings on rows that were written by somebody who had not seen the code. They are
/// measured and never tuned on. When first read 91.9 % were right and 5 % surely wrong; the floors
/// stand just below what is reached now (93.7 % and 3.2 %; the aims are 92 % and 1 %), so that the
/// build fails when understanding falls.
class BlindTest {

  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");
  private static final List<Option> OPTIONS = List.of(option(24, 8), option(24, 10), option(26, 8));
  private static final French FRENCH =
      French.load(Communes.load().all().stream().map(Commune::name).distinct().toList());

  @Test
  void intentsChoicesAnswersAndDangerAreReadAsTheirAuthorMeant() {
    CorpusReport report = CorpusReport.of("/understanding/intents-blind.tsv", BlindTest::judge);
    report.requireAtLeast(0.93, 0.035);
  }

  /// Prints the table and the errors.
  public static void main(String[] args) {
    CorpusReport report = CorpusReport.of("/understanding/intents-blind.tsv", BlindTest::judge);
    System.out.print(report.errors());
    System.out.print(report.table());
  }

  private static CorpusReport.Verdict judge(CorpusReport.Row row) {
    String text = row.field(0);
    String expected = row.field(1);
    return switch (row.category()) {
      case "intent" -> intent(text, expected);
      case "emergency" -> emergency(text, expected);
      case "yesno" -> {
        Answer got = FRENCH.read(text, NOW, Context.asked(Asked.YES_NO)).answer();
        yield verdict(expected, got.name(), true);
      }
      case "choice" -> choice(text, expected);
      default -> throw new IllegalStateException("unknown category " + row.category());
    };
  }

  private static CorpusReport.Verdict intent(String text, String expected) {
    Understood read = FRENCH.read(text, NOW, Context.none().withVisitPlanned());
    return verdict(expected, read.intent().name(), read.confidence() == Confidence.SURE);
  }

  private static CorpusReport.Verdict emergency(String text, String expected) {
    Emergency read = FRENCH.read(text, NOW, Context.none()).emergency();
    return verdict(expected, read instanceof Emergency.Alarm ? "ALARM" : "NONE_OR_ASK", true);
  }

  private static CorpusReport.Verdict choice(String text, String expected) {
    Choice read = FRENCH.read(text, NOW, Context.offered(OPTIONS)).choice();
    String got =
        switch (read) {
          case Choice.One one -> String.valueOf(one.option() + 1);
          case Choice.Several several -> "SEVERAL";
          case Choice.NoneSuits none -> "NONE_SUITS";
          case Choice.NoSuchOption none -> "NOTHING";
          case Choice.Nothing nothing -> "NOTHING";
        };
    return verdict(expected, got, read instanceof Choice.One);
  }

  private static CorpusReport.Verdict verdict(String expected, String got, boolean confident) {
    return new CorpusReport.Verdict(expected.equals(got), confident, got);
  }

  private static Option option(int day, int hour) {
    return new Option(
        LocalDate.of(2026, 11, day), LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0));
  }
}
