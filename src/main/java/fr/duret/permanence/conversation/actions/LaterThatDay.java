package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// « Plus tard dans la journée », said of slots offered: from here on what is wanted is whatever is
/// free on these days after the last slot of each.
record LaterThatDay() implements Action {

  @Override
  public String name() {
    return "later-that-day";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("wished");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH, Vars.READ);
  }

  @Override
  public Result run(ActionContext context) {
    When wish = context.text(Vars.WISH).map(When::parse).orElse(When.NONE);
    Map<LocalDate, LocalTime> ends = new TreeMap<>();
    SlotChoice.slots(context.variables())
        .forEach(slot -> ends.merge(slot.day(), slot.to(), LaterThatDay::later));
    When later =
        ends.isEmpty()
            ? When.NONE
            : When.parse(
                ends.entrySet().stream()
                    .map(end -> "+" + end.getKey() + "T" + end.getValue() + "/")
                    .collect(Collectors.joining(" ")));
    When told = new When(later.wanted(), wish.excluded(), List.of(), List.of());
    return Result.of("wished")
        .with(Vars.WISH, told.notation())
        .with(Vars.READ, context.said().size());
  }

  private static LocalTime later(LocalTime one, LocalTime other) {
    return one.isAfter(other) ? one : other;
  }
}
