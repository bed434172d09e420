package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import java.util.Set;

/// Whether somebody who has no visit describes one that he wants: what for, and when (« plus de
/// lumière dans le garage, dispo jeudi »). It reads like a question about a visit, and is none.
///
/// - `yes`, `no`
record MeansVisit() implements Action {

  @Override
  public String name() {
    return "means-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no");
  }

  @Override
  public Result run(ActionContext context) {
    Understood meaning = context.heard().meaning();
    boolean visit =
        meaning.means(Intent.BOOK, Confidence.UNSURE)
            && meaning.motive().filter(found -> found.confidence() == Confidence.SURE).isPresent()
            && !meaning.dates().best().wanted().isEmpty();
    return Result.of(visit ? "yes" : "no");
  }
}
