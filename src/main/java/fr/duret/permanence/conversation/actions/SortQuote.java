package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Motive;
import fr.duret.permanence.understanding.Understood;
import java.util.Set;

/// Sorts those who would like a quote.
///
/// - `visit`: he says who and where and no more, or when, or that somebody shall come: a visit for
///   it is booked; `with: {words: "sur place"}` are words that say so
/// - `repair`: a breakdown is told as well, and comes first; or any other need
/// - `question`: a person answers
record SortQuote() implements Action {

  /// A name, a commune and the word itself leave no room for a question.
  private static final int FEW_WORDS = 8;

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

  /// « M. Gros, Poisy, devis »: nothing that a person could answer without coming.
  private static boolean isPlain(Heard heard) {
    Understood meaning = heard.meaning();
    int words = Words.plain(heard.text()).strip().split(" ", -1).length;
    return words <= FEW_WORDS && meaning.name().isPresent() && !meaning.communes().isEmpty();
  }

  @Override
  public Result run(ActionContext context) {
    Understood meaning = context.heard().meaning();
    if (Needs.told(meaning).size() > 1) {
      return Result.of("repair");
    }
    boolean visit =
        isPlain(context.heard())
            || !meaning.dates().best().wanted().isEmpty()
            || meaning.means(Intent.BOOK, Confidence.LIKELY)
            || Says.saysAny(context);
    return visit
        ? Result.of("visit").with(Vars.KIND, Services.kindOf(Motive.QUOTE_VISIT))
        : Result.of("question");
  }
}
