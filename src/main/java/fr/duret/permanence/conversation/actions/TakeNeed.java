package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.Set;

/// Turns to the next need: from here on the dialogue is about that, and about another time.
record TakeNeed() implements Action {

  @Override
  public String name() {
    return "take-need";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("taken");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND, Vars.NEXT_KIND, Vars.WISH, Vars.READ);
  }

  @Override
  public Result run(ActionContext context) {
    String[] needs = context.text(Vars.NEXT_KIND).orElseThrow().split(",", 2);
    return Result.of("taken")
        .with(Vars.KIND, needs[0])
        .with(Vars.NEXT_KIND, needs.length > 1 ? needs[1] : "")
        .with(Vars.WISH, When.NONE.notation())
        .with(Vars.READ, Math.max(0, context.said().size() - 1));
  }
}
