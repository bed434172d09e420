package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Option;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Hears which of two days was meant, when the weekday did not fit the date.
///
/// - `chosen`: that one
/// - `other`: another day altogether
record DateChoice() implements Recogniser {

  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  @Override
  public String name() {
    return "date-choice";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("chosen", "other");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.offered(
        days(variables).stream().map(day -> new Option(day, OPENS, CLOSES)).toList());
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.asked()) {
      return Optional.empty();
    }
    Understood meaning = hearing.heard().meaning();
    if (meaning.choice() instanceof Choice.One one) {
      LocalDate day = days(hearing.variables()).get(one.option());
      When earlier =
          Optional.ofNullable(hearing.variables().get(Vars.WISH))
              .map(notation -> When.parse(notation.toString()))
              .orElse(When.NONE);
      When wish = When.wanting(Wish.of(DayRange.of(day))).correcting(earlier);
      return Optional.of(Result.of("chosen").with(Vars.WISH, wish.notation()));
    }
    return meaning.dates().isEmpty() ? Optional.empty() : Optional.of(Result.of("other"));
  }

  private static List<LocalDate> days(Map<String, Object> variables) {
    return Stream.of(Vars.DATE, Vars.OTHER)
        .map(variables::get)
        .filter(Objects::nonNull)
        .map(day -> LocalDate.parse(day.toString()))
        .toList();
  }
}
