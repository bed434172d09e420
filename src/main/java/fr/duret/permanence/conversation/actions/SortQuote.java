package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Motive;
import fr.duret.permanence.understanding.Understood;
import java.util.Set;

/// Sorts those who would like a quote.
///
/// - `visit`: he says when, or that somebody shall come: a visit for it is booked; `with: {words:
///   "sur place"}` are words that say so
/// - `repair`: a breakdown is told as well, and comes first; or any other need
/// - `question`: a person answers
record SortQuote() implements Action {

  @Override
  public String name() {
    return "sort-quote";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("visit", "repair", "question");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    Understood meaning = context.heard().meaning();
    if (Needs.told(meaning).size() > 1) {
      return Result.of("repair");
    }
    boolean visit =
        !meaning.dates().best().wanted().isEmpty()
            || meaning.means(Intent.BOOK, Confidence.LIKELY)
            || Says.saysAny(context);
    return visit
        ? Result.of("visit").with(Vars.KIND, Services.kindOf(Motive.QUOTE_VISIT))
        : Result.of("question");
  }
}
