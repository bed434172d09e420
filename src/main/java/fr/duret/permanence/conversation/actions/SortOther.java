package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Language;
import java.util.Set;

/// Sorts what was not understood: a message that a person can answer, another language, nonsense or
/// nothing at all.
record SortOther() implements Action {

  @Override
  public String name() {
    return "sort-other";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("message", "nonsense", "empty", "foreign");
  }

  @Override
  public Result run(ActionContext context) {
    String text = context.heard().text();
    if (text.isBlank()) {
      return Result.of("empty");
    }
    if (context.heard().meaning().language() != Language.FRENCH) {
      return Result.of("foreign");
    }
    return Result.of(Sentences.saysSomething(text) ? "message" : "nonsense");
  }
}
