package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.emergency.Standing;
import java.util.Set;

/// Says how the alert stands to whoever raised it.
///
/// - `known`: `taken` by `technician`, or `unanswered` after all were told in vain, or neither yet
/// - `none`: no alert of his is under way
record AlarmStanding(Alarms alarms) implements Action {

  @Override
  public String name() {
    return "alarm-standing";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("known", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.TAKEN, Vars.TECHNICIAN, Vars.UNANSWERED, Vars.TOLD);
  }

  @Override
  public Result run(ActionContext context) {
    return alarms
        .standing(context.address(), context.now())
        .map(AlarmStanding::known)
        .map(known -> known.with(Vars.TOLD, context.variables().getOrDefault(Vars.TOLD, false)))
        .orElseGet(() -> Result.of("none"));
  }

  private static Result known(Standing standing) {
    Result known =
        Result.of("known")
            .with(Vars.TAKEN, standing instanceof Standing.Taken)
            .with(Vars.UNANSWERED, standing instanceof Standing.Unanswered);
    return standing instanceof Standing.Taken(String name)
        ? known.with(Vars.TECHNICIAN, name)
        : known;
  }
}
