package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.Consents.About;
import java.util.Locale;
import java.util.Set;

/// Takes note of STOP; the outcomes tell what it was about.
record StopMessages(Consents consents) implements Action {

  @Override
  public String name() {
    return "stop-messages";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("reminders", "surveys", "offers", "everything");
  }

  @Override
  public Result run(ActionContext context) {
    About about = consents.stop(context.address(), context.now());
    return Result.of(about.name().toLowerCase(Locale.ROOT));
  }
}
