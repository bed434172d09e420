package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.Dates;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Days;
import fr.duret.permanence.understanding.dates.Question;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers when the client would like it from all he has said since the subject was opened; what he
/// said later corrects what he said before. What would be a guess becomes a question. `with:
/// {after: "la semaine suivante"}` are words that count from the week spoken of.
record ReadWish(Dates dates, ZoneId zone) implements Action {

  /// « Le 1 » of a list of places is no first of the month.
  private static final Pattern PICK = Pattern.compile("(?U)\\W*(\\p{L}{2}\\W+)?\\d\\W*");

  private static final String AFTER = "after";

  @Override
  public String name() {
    return "read-wish";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("ready", "mismatch", "no-such-date", "past");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH, Vars.READ, Vars.DATE, Vars.OTHER);
  }

  @Override
  public Set<String> parameters() {
    return Stream.of(Set.of(AFTER), VisitDay.PARAMETERS, VisitShift.PARAMETERS)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public Result run(ActionContext context) {
    List<String> said = context.said();
    int read = context.text(Vars.READ).map(Integer::parseInt).orElse(0);
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), zone);
    WeekSpokenOf week = new WeekSpokenOf(dates, now, spokenOf(context));
    When wish = context.text(Vars.WISH).map(When::parse).orElse(When.NONE);
    When newest = When.NONE;
    boolean danger = read == 0 && context.variables().containsKey(Vars.SAFE);
    boolean listed = read == 0 && context.variables().containsKey(Vars.SITES);
    for (String text : said.subList(Math.min(read, said.size()), said.size())) {
      if (listed && PICK.matcher(text).matches()) {
        continue;
      }
      When dated = dated(context, week, text);
      When told = danger ? withoutDanger(dated, now.toLocalDate()) : dated;
      wish = told.correcting(wish);
      newest = told.mustAsk() || !told.wanted().isEmpty() ? told : newest;
    }
    When kept = new When(wish.wanted(), wish.excluded(), List.of(), List.of());
    return outcome(newest, now.toLocalDate())
        .with(Vars.WISH, kept.notation())
        .with(Vars.READ, said.size());
  }

  /// What one text says, without the day of a visit that there is.
  private When dated(ActionContext context, WeekSpokenOf week, String text) {
    List<String> after = List.of(context.parameters().getOrDefault(AFTER, "").split(","));
    String wish = VisitDay.of(context.parameters(), dates, week.now()).without(text);
    When plain = week.read(wish, after);
    return VisitShift.of(context, week).map(shift -> shift.read(wish, plain)).orElse(plain);
  }

  /// « L'an dernier, des étincelles » and « plus rien maintenant » tell when there was danger, not
  /// when a visit would suit.
  private static When withoutDanger(When told, LocalDate today) {
    Days thatDay = new DayRange(today, today);
    return new When(
        told.wanted().stream().filter(wish -> !wish.days().equals(thatDay)).toList(),
        told.excluded(),
        told.questions().stream().filter(asks -> asks.kind() != Question.Kind.PAST).toList(),
        told.lengths());
  }

  /// The first day offered, else that of the visit spoken of.
  private static Optional<LocalDate> spokenOf(ActionContext context) {
    Optional<LocalDate> offered =
        context.variables().get(Vars.SLOTS) instanceof List<?> keys
            ? keys.stream().map(key -> Slot.ofKey(key.toString()).day()).min(LocalDate::compareTo)
            : Optional.empty();
    return offered.or(() -> context.text(Vars.SLOT).map(key -> Slot.ofKey(key).day()));
  }

  /// A question matters only if nothing else said in the same breath can be acted upon; what is
  /// said in between about something else (a name, a commune) does not settle it.
  private static Result outcome(When newest, LocalDate today) {
    if (!newest.mustAsk() || !newest.wanted().isEmpty()) {
      return Result.of("ready");
    }
    Question question = newest.questions().getFirst();
    return switch (question.kind()) {
      case WEEKDAY_MISMATCH -> mismatch(question, today);
      case PAST ->
          Optional.ofNullable(question.day())
              .map(day -> Result.of("past").with(Vars.DATE, day.toString()))
              .orElseGet(() -> Result.of("no-such-date"));
      case NO_SUCH_DATE, NO_SUCH_TIME -> Result.of("no-such-date");
    };
  }

  private static Result mismatch(Question question, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    Optional.ofNullable(question.day()).ifPresent(days::add);
    question.either().stream()
        .map(wish -> wish.days() instanceof DayRange range ? range.from() : null)
        .forEach(day -> {
          if (day != null && !day.isBefore(today) && !days.contains(day)) {
            days.add(day);
          }
        });
    if (days.size() < 2) {
      return Result.of("no-such-date");
    }
    return Result.of("mismatch")
        .with(Vars.DATE, days.get(0).toString())
        .with(Vars.OTHER, days.get(1).toString());
  }
}
