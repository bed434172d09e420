package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells whether certain words were said in this subject: `with: {words: "plus de courant, ..."}`;
/// with `newest: "yes"` only in this turn.
record Says() implements Action {

  static final String WORDS = "words";
  private static final String NEWEST = "newest";

  @Override
  public String name() {
    return "says";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("said", "unsaid");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(WORDS, NEWEST);
  }

  @Override
  public Result run(ActionContext context) {
    return Result.of(saysAny(context) ? "said" : "unsaid");
  }

  static boolean saysAny(ActionContext context) {
    List<String> texts =
        context.parameters().containsKey(NEWEST) ? List.of(context.heard().text()) : context.said();
    return Stream.of(context.parameters().getOrDefault(WORDS, "").split(","))
        .anyMatch(words -> texts.stream().anyMatch(text -> Words.contains(text, words)));
  }
}
