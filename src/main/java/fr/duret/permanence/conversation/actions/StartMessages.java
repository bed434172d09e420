package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Takes note of START.
record StartMessages(Consents consents) implements Action {

  @Override
  public String name() {
    return "start-messages";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("started");
  }

  @Override
  public Result run(ActionContext context) {
    consents.start(context.address(), context.now());
    return Result.of("started");
  }
}
