package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Stops the search for somebody: whoever raised the alarm writes that the danger is over.
record EndAlarm(Alarms alarms) implements Action {

  @Override
  public String name() {
    return "end-alarm";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("ended");
  }

  @Override
  public Result run(ActionContext context) {
    // The claim: what follows is said to others.
    context.nextCause();
    alarms.over(context.address(), context.heard().text(), context.now());
    return Result.of("ended");
  }
}
