package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// From here on the dialogue is about the place named last, and if `with: {words: "même jour"}` are
/// said, about the day of the visit just booked.
record TurnToPlace() implements Action {

  @Override
  public String name() {
    return "turn-to-place";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("turned");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.PLACE, Vars.WISH);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS, "newest");
  }

  @Override
  public Result run(ActionContext context) {
    String site = context.text(Vars.SITE).orElse("");
    Result turned = Result.of("turned").with(Vars.PLACE, Places.name(context, site));
    return Says.saysAny(context)
        ? turned.with(Vars.WISH, TakeSite.sameDay(context).notation())
        : turned;
  }
}
