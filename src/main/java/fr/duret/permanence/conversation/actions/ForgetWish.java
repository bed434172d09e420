package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.List;
import java.util.Set;

/// Forgets when the client wanted the visit that is booked now: what he says from here on is about
/// another time.
record ForgetWish() implements Action {

  @Override
  public String name() {
    return "forget-wish";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("forgotten");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH, Vars.READ, Vars.SLOTS);
  }

  @Override
  public Result run(ActionContext context) {
    return Result.of("forgotten")
        .with(Vars.WISH, When.NONE.notation())
        .with(Vars.SLOTS, List.of())
        .with(Vars.READ, Math.max(0, context.said().size() - 1));
  }
}
