package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import java.util.EnumSet;
import java.util.Set;

/// Passes on what somebody writes while his alarm is open, where the danger is above all, to
/// whoever is called; `told` says whether it was. Mere courtesy and impatience stay here.
record TellAlarm(Alarms alarms) implements Action {

  private static final Set<Intent> COURTESY =
      EnumSet.of(Intent.THANKS, Intent.GREETING, Intent.ACCEPT, Intent.REPEAT);

  @Override
  public String name() {
    return "tell-alarm";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("heard");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.TOLD);
  }

  @Override
  public Result run(ActionContext context) {
    boolean told =
        tells(context.heard().text(), context.heard().meaning())
            && alarms.more(
                context.nextCause(),
                context.address(),
                context.person(),
                context.heard().text(),
                context.now());
    return Result.of("heard").with(Vars.TOLD, told);
  }

  /// A number may be that of a house or a floor, a commune or a name says where it is.
  private static boolean tells(String text, Understood meaning) {
    boolean where =
        text.chars().anyMatch(Character::isDigit)
            || !meaning.communes().isEmpty()
            || meaning.name().isPresent();
    return where || (Sentences.saysSomething(text) && !COURTESY.contains(meaning.intent()));
  }
}
