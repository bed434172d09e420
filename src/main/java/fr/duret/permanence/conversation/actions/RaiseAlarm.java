package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;

/// Sets the alarm off; asks nobody who he is before.
record RaiseAlarm(Alarms alarms) implements Action {

  @Override
  public String name() {
    return "raise-alarm";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("raised");
  }

  @Override
  public Result run(ActionContext context) {
    alarms.raise(
        context.nextCause(), context.address(), context.person(), words(context), context.now());
    return Result.of("raised");
  }

  /// What was said of the danger: after our question, « oui » alone would tell the technician
  /// nothing.
  private static String words(ActionContext context) {
    List<String> said = context.said();
    return String.join(" / ", said.isEmpty() ? List.of(context.heard().text()) : said);
  }
}
