package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// « Vous n'avez rien plus tôt ? »: from here on what is wanted is any time before the first of the
/// days offered.
record Sooner() implements Action {

  @Override
  public String name() {
    return "sooner";
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
    When before = first(context).map(day -> When.parse("+.." + day.minusDays(1))).orElse(When.NONE);
    When sooner = new When(before.wanted(), wish.excluded(), List.of(), List.of());
    return Result.of("wished")
        .with(Vars.WISH, sooner.notation())
        .with(Vars.READ, context.said().size());
  }

  private static Optional<LocalDate> first(ActionContext context) {
    return context.variables().get(Vars.SLOTS) instanceof List<?> keys
        ? keys.stream().map(key -> Slot.ofKey(key.toString()).day()).min(LocalDate::compareTo)
        : Optional.empty();
  }
}
