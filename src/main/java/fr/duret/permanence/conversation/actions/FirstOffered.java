package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Comparator;
import java.util.Set;

/// « Lequel est le plus tôt ? »: the first of the slots offered, to be told and not booked.
record FirstOffered() implements Action {

  @Override
  public String name() {
    return "first-offered";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("found", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.MEANT);
  }

  @Override
  public Result run(ActionContext context) {
    return SlotChoice.slots(context.variables()).stream()
        .min(Comparator.comparing(Slot::day).thenComparing(Slot::from))
        .map(first -> Result.of("found").with(Vars.MEANT, first.key()))
        .orElse(Result.of("none"));
  }
}
