package fr.duret.permanence.templates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every way a template can read with the longest real values: every kind of day, each choice of
/// its flags and optional variables.
final class WorstCase {

  private static final LocalDate YEAR = LocalDate.of(2028, 1, 1);

  /// In every month: its first, which is an ordinal, and every weekday with a day of two digits.
  private static final List<LocalDate> DAYS =
      YEAR.datesUntil(YEAR.plusYears(1))
          .filter(day -> day.getDayOfMonth() == 1 || day.getDayOfMonth() / 7 == 2)
          .toList();

  private final Samples samples;
  private final Words words;

  WorstCase(Samples samples, Words words) {
    this.samples = samples;
    this.words = words;
  }

  /// The renderings to compare; the longest of them is the worst case.
  Stream<Map<String, Object>> cases(TemplateSpec spec) {
    List<Variable> choices = spec.variables().stream().filter(WorstCase::isChoice).toList();
    boolean dated = spec.variables().stream().anyMatch(WorstCase::isDated);
    return DAYS.stream()
        .limit(dated ? DAYS.size() : 1)
        .flatMap(day ->
            IntStream.range(0, 1 << choices.size())
                .mapToObj(chosen -> values(spec, day, choices, chosen)));
  }

  private Map<String, Object> values(
      TemplateSpec spec, LocalDate day, List<Variable> choices, int chosen) {
    Map<String, Object> values = new HashMap<>();
    for (Variable variable : spec.variables()) {
      int choice = choices.indexOf(variable);
      boolean on = choice < 0 || (chosen & 1 << choice) != 0;
      if (variable.kind() == Kind.FLAG) {
        values.put(variable.name(), on);
      } else if (on) {
        values.put(variable.name(), longest(variable, day));
      }
    }
    return values;
  }

  private Object longest(Variable variable, LocalDate day) {
    return switch (variable.kind()) {
      // Words from outside: as long as they may get, in letters of one septet.
      case TEXT -> "m".repeat(variable.max());
      case NAME -> Samples.longest(samples.names());
      case TECHNICIAN -> Samples.longest(samples.technicians());
      case COMMUNE -> Samples.longest(samples.communes());
      case SERVICE -> service();
      case COMPANY -> samples.company();
      case OFFICE -> samples.office();
      case PHONE -> samples.grid();
      case NUMBER -> 10;
      case FLAG -> true;
      case DATE -> day;
      case MOMENT -> day.atTime(LocalTime.of(17, 30));
      case SLOT -> slot(day);
      case SLOTS -> repeat(variable, slot(day));
      case OPTIONS -> repeat(variable, Samples.longest(samples.communes()));
      case VISITS -> repeat(variable, new VisitLine(service(), slot(day)));
    };
  }

  private String service() {
    return samples.services().stream()
        .max(Comparator.comparingInt(label -> words.yours(label).length()))
        .orElseThrow();
  }

  private Slot slot(LocalDate day) {
    return samples.windows().stream()
        .map(window -> new Slot(day, window.from(), window.to()))
        .max(Comparator.comparingInt(slot -> words.window(slot, "short").length()))
        .orElseThrow();
  }

  private static List<Object> repeat(Variable variable, Object item) {
    return List.of(IntStream.range(0, variable.max()).mapToObj(i -> item).toArray());
  }

  private static boolean isChoice(Variable variable) {
    return variable.optional() || variable.kind() == Kind.FLAG;
  }

  private static boolean isDated(Variable variable) {
    return switch (variable.kind()) {
      case DATE, MOMENT, SLOT, SLOTS, VISITS -> true;
      case TEXT,
          NAME,
          TECHNICIAN,
          COMMUNE,
          SERVICE,
          COMPANY,
          OFFICE,
          PHONE,
          NUMBER,
          FLAG,
          OPTIONS ->
          false;
    };
  }
}
