package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Whether the client has told something for the visit that is booked now, before it was (« la 2,
/// le code est 12A34 »): `with: {words: "digicode, gardien"}` are words that only tell such things.
///
/// - `told`: it is to be passed on; once
/// - `none`
record CheckNotes() implements Action {

  @Override
  public String name() {
    return "check-notes";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NOTE, Vars.NOTED);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    boolean before = context.text(Vars.NOTED).filter(Boolean::parseBoolean).isPresent();
    boolean kept = context.text(Vars.NOTE).filter(Boolean::parseBoolean).isPresent();
    boolean told = kept || (!before && Says.saysAny(context));
    return Result.of(told ? "told" : "none").with(Vars.NOTE, false).with(Vars.NOTED, told);
  }
}
