package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Takes note of STOP.
record StopMessages(Consents consents) implements Action {

  @Override
  public String name() {
    return "stop-messages";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("stopped");
  }

  @Override
  public Result run(ActionContext context) {
    consents.stop(context.address(), context.now());
    return Result.of("stopped");
  }
}
