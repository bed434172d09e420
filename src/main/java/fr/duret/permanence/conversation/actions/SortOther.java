package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Language;
import fr.duret.permanence.understanding.Understood;
import java.util.Set;

/// Sorts what was not understood: a visit wanted, a message that a person can answer, another
/// language, nonsense or nothing at all.
record SortOther() implements Action {

  @Override
  public String name() {
    return "sort-other";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("visit", "message", "nonsense", "empty", "foreign");
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
    if (isVisit(context.heard().meaning())) {
      return Result.of("visit");
    }
    return Result.of(Sentences.saysSomething(text) ? "message" : "nonsense");
  }

  /// « Rdv panne demain »: too short to be sure of, but what the work is stands there.
  private static boolean isVisit(Understood meaning) {
    return meaning.means(Intent.BOOK, Confidence.UNSURE)
        && meaning.motive().filter(found -> found.confidence() == Confidence.SURE).isPresent();
  }
}
