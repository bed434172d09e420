package fr.duret.permanence.understanding;

import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.corpus.CorpusReport;
import fr.duret.permanence.understanding.corpus.CorpusReport.Row;
import fr.duret.permanence.understanding.corpus.CorpusReport.Verdict;
import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rows of an authored corpus: category, context, text, expected. An answer is held to be sure
/// if the dialogue would act upon it, and not sure if it would ask or hand over. Where the author
/// held two labels to be defensible (`ASK|NONE`), either is right.
///
/// - danger: ALARM, ASK, NONE. Surely wrong: an alarm where none is meant, and nothing at all where
///   a danger or a question is expected. An alarm where a question is meant is wrong, but on the
///   safe side: [#alarmsForQuestions] counts those; a question too many is not sure.
/// - intent: names coarser than ours, see [#MEANT].
/// - yesno: RESERVED and NONE make the dialogue ask.
/// - choice: the number, NONE_SUITS, OTHER_WISH (none, and the text says what would suit), UNCLEAR.
/// - name: `first/last` with `-` for what was not said; commune: as in our table; both may be NONE.
/// - date: the context is the moment of receipt, the label a notation of meanings.
final class AuthoredRows {

  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");
  private static final French FRENCH =
      French.load(
          Communes.load().all().stream().map(commune -> commune.name()).toList(),
          List.of("Claire"));

  private static final String STANDARD_OFFER =
      "1) mardi 24 nov. 8h-10h|2) mardi 24 nov. 10h-12h|3) jeudi 26 nov. 8h-10h";

  private static final Pattern OPTION = Pattern.compile("(\\d+) nov\\. (\\d+)h-(\\d+)h");

  private static final Map<String, Set<Intent>> MEANT =
      Map.of(
          "STATUS", EnumSet.of(Intent.VISIT_STATUS, Intent.WHAT_TIME, Intent.NO_SHOW),
          "QUOTE", EnumSet.of(Intent.QUOTE_REQUEST, Intent.PRICE_QUESTION, Intent.QUOTE_STATUS),
          "INVOICE", EnumSet.of(Intent.INVOICE_QUESTION),
          "DOCUMENT", EnumSet.of(Intent.DOCUMENT_REQUEST));

  private AuthoredRows() {}

  static Verdict judge(Row row) {
    Set<String> labels = Set.of(row.field(2).split("\\|", -1));
    if (row.category().equals("date")) {
      return date(labels, row.field(1), LocalDateTime.parse(row.field(0)));
    }
    Understood read = FRENCH.read(row.field(1), NOW, context(row.field(0)));
    return switch (row.category()) {
      case "danger" -> danger(labels, read.emergency());
      case "intent" -> intent(labels, read);
      case "yesno" -> answer(labels, read.answer());
      case "choice" -> choice(labels, read);
      case "name" -> name(labels, read);
      case "commune" -> commune(labels, read);
      default -> throw new IllegalArgumentException(row.category());
    };
  }

  /// How many rows that mean a question raise the alarm.
  static long alarmsForQuestions(CorpusReport report) {
    return report.count((row, verdict) ->
        row.category().equals("danger")
            && row.field(2).startsWith("ASK")
            && !verdict.right()
            && verdict.got().startsWith("ALARM"));
  }

  /// What a row answers, as its second column says it.
  static Context context(String written) {
    int colon = written.indexOf(':');
    return switch (colon < 0 ? written : written.substring(0, colon)) {
      case "-" -> Context.none();
      case "visit" -> Context.none().withVisitPlanned();
      case "yesno" -> Context.asked(Asked.YES_NO).withVisitPlanned();
      case "offer" ->
          Context.offered(options(colon < 0 ? STANDARD_OFFER : written.substring(colon + 1)));
      case "name" -> Context.asked(Asked.NAME);
      case "commune" -> Context.asked(Asked.COMMUNE);
      default -> throw new IllegalArgumentException(written);
    };
  }

  private static List<Option> options(String offer) {
    return OPTION.matcher(offer).results().map(AuthoredRows::option).toList();
  }

  private static Option option(MatchResult found) {
    return new Option(
        LocalDate.of(2026, 11, Integer.parseInt(found.group(1))),
        LocalTime.of(Integer.parseInt(found.group(2)), 0),
        LocalTime.of(Integer.parseInt(found.group(3)), 0));
  }

  private static Verdict danger(Set<String> expected, Emergency read) {
    return switch (read) {
      case Emergency.Alarm alarm ->
          verdict(expected, "ALARM", !expected.contains("ASK"), alarm.reason());
      case Emergency.Ask ask -> verdict(expected, "ASK", false, ask.reason());
      case Emergency.None() -> verdict(expected, "NONE", true, "");
    };
  }

  private static Verdict intent(Set<String> expected, Understood read) {
    boolean right =
        expected.stream()
            .anyMatch(label ->
                MEANT.containsKey(label)
                    ? MEANT.get(label).contains(read.intent())
                    : read.intent() == Intent.valueOf(label));
    return new Verdict(right, read.confidence() == Confidence.SURE, String.valueOf(read.intents()));
  }

  private static Verdict date(Set<String> expected, String text, LocalDateTime now) {
    Reading read = FRENCH.read(text, now, Context.none()).dates();
    String got = read.best().notation();
    boolean right = expected.stream().anyMatch(label -> When.parse(label).notation().equals(got));
    return new Verdict(right, read.isSure(), got + " (" + read.confidence() + ")");
  }

  private static Verdict answer(Set<String> expected, Answer read) {
    return verdict(expected, read.name(), read == Answer.YES || read == Answer.NO, "");
  }

  private static Verdict choice(Set<String> expected, Understood read) {
    boolean wish = !read.dates().best().wanted().isEmpty();
    String why = read.choice() + " " + read.dates().best().notation();
    return switch (read.choice()) {
      case Choice.One one ->
          verdict(
              expected,
              Integer.toString(one.option() + 1),
              one.confidence() == Confidence.SURE,
              why);
      case Choice.Several several ->
          verdict(expected, several.willing() ? "ANY" : "UNCLEAR", several.willing(), why);
      case Choice.NoneSuits suits ->
          verdict(expected, suits.wish() ? "OTHER_WISH" : "NONE_SUITS", true, why);
      case Choice.NoSuchOption number -> verdict(expected, "UNCLEAR", false, why);
      case Choice.Nothing() -> verdict(expected, wish ? "OTHER_WISH" : "UNCLEAR", false, why);
    };
  }

  private static Verdict name(Set<String> expected, Understood read) {
    String got =
        read.name()
            .map(Finding::value)
            .map(name -> name.first().orElse("-") + "/" + name.last().orElse("-"))
            .orElse("NONE");
    boolean sure = read.name().map(found -> found.confidence() == Confidence.SURE).orElse(false);
    return verdict(plain(expected), Fold.text(got), sure, "");
  }

  /// Accents and hyphens are written or not: « Sévrier », « Anne Sophie » and « Anne-Sophie ».
  private static Set<String> plain(Set<String> labels) {
    return labels.stream().map(Fold::text).collect(Collectors.toUnmodifiableSet());
  }

  private static Verdict commune(Set<String> expected, Understood read) {
    List<Finding<String>> found = read.communes();
    boolean sure = found.stream().anyMatch(place -> place.confidence() == Confidence.SURE);
    String got = found.isEmpty() ? "NONE" : found.getFirst().value();
    return verdict(plain(expected), Fold.text(got), sure, "");
  }

  private static Verdict verdict(Set<String> expected, String got, boolean sure, String why) {
    return new Verdict(expected.contains(got), sure, got + " " + why);
  }
}
