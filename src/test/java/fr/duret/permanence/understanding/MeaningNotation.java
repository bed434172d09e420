package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Context.Asked;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The notation of `meanings.tsv`: contexts by name, expectations as `part=value`.
final class MeaningNotation {

  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

  private static final Option THURSDAY_MORNING = new Option(THURSDAY, EIGHT, TEN);

  private MeaningNotation() {}

  static Context context(String name) {
    return switch (name) {
      case "-" -> Context.none();
      case "visit" -> Context.none().withVisitPlanned();
      case "yesno" -> Context.asked(Asked.YES_NO).withVisitPlanned();
      case "one" -> Context.offered(List.of(THURSDAY_MORNING));
      case "two" ->
          Context.offered(
              List.of(
                  new Option(LocalDate.of(2026, 12, 1), EIGHT, TEN),
                  new Option(LocalDate.of(2026, 12, 2), LocalTime.of(14, 0), LocalTime.of(16, 0))));
      case "three" ->
          Context.offered(
              List.of(
                  new Option(TUESDAY, EIGHT, TEN),
                  new Option(TUESDAY, TEN, LocalTime.of(12, 0)),
                  THURSDAY_MORNING));
      default -> Context.asked(Asked.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
    };
  }

  /// The parts that differ from what is expected.
  static List<String> wrong(String expected, Understood got) {
    List<String> wrong = new ArrayList<>();
    for (String part : expected.split(" (?=[a-z]+!?=)", -1)) {
      int equals = part.indexOf('=');
      String name = part.substring(0, equals);
      String value = part.substring(equals + 1);
      if (!fits(name, value, got)) {
        wrong.add(part);
      }
    }
    return wrong;
  }

  private static boolean fits(String part, String value, Understood got) {
    return switch (part) {
      case "intent" -> List.of(value.split("\\|", -1)).contains(got.intent().name());
      case "sure!" -> !(got.intent().name().equals(value) && got.confidence() == Confidence.SURE);
      default -> written(part, got).equals(value);
    };
  }

  private static String written(String part, Understood got) {
    return switch (part) {
      case "choice" -> choice(got.choice());
      case "answer" -> got.answer().name();
      case "name" -> got.name().map(found -> name(found.value())).orElse("-");
      case "commune" ->
          got.communes().isEmpty()
              ? "-"
              : got.communes().stream().map(Finding::value).collect(Collectors.joining("+"));
      case "motive" -> got.motive().map(found -> found.value().name()).orElse("-");
      case "needs" ->
          got.motives().stream()
              .map(found -> found.value().name())
              .collect(Collectors.joining("+"));
      case "language" -> got.language().name();
      default -> throw new IllegalArgumentException("no such part: " + part);
    };
  }

  private static String name(PersonName name) {
    return name.civility().map(Enum::name).orElse("")
        + "/"
        + name.first().orElse("")
        + "/"
        + name.last().orElse("");
  }

  private static String choice(Choice choice) {
    return switch (choice) {
      case Choice.One one -> Integer.toString(one.option() + 1);
      case Choice.Several several ->
          several.options().stream()
                  .map(i -> Integer.toString(i + 1))
                  .collect(Collectors.joining("+"))
              + (several.willing() ? "!" : "?");
      case Choice.NoneSuits none -> "none";
      case Choice.NoSuchOption none -> "no" + none.number();
      case Choice.Nothing() -> "-";
    };
  }

  /// Whether what is wrong was held to be sure, so that it would be acted on.
  static boolean confident(String expected, Understood got) {
    return wrong(expected, got).stream().anyMatch(part -> isSure(part, got));
  }

  private static boolean isSure(String part, Understood got) {
    return switch (part.substring(0, part.indexOf('='))) {
      case "intent", "sure!" -> got.confidence() == Confidence.SURE;
      case "choice" ->
          switch (got.choice()) {
            case Choice.One one -> one.confidence() == Confidence.SURE;
            case Choice.Several several -> several.willing();
            case Choice.NoneSuits none -> true;
            case Choice.NoSuchOption none -> false;
            case Choice.Nothing() -> false;
          };
      case "answer" -> got.answer() == Answer.YES || got.answer() == Answer.NO;
      case "name" -> got.name().map(found -> found.confidence() == Confidence.SURE).orElse(false);
      case "commune" ->
          got.communes().stream().anyMatch(found -> found.confidence() == Confidence.SURE);
      case "motive" -> got.motive().map(f -> f.confidence() == Confidence.SURE).orElse(false);
      default -> false;
    };
  }
}
