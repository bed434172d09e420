package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;
import java.util.stream.Stream;

/// Tells whether certain words were said in this subject: `with: {words: "plus de courant, ..."}`.
record Says() implements Action {

  static final String WORDS = "words";

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
    return Set.of(WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    return Result.of(saysAny(context) ? "said" : "unsaid");
  }

  static boolean saysAny(ActionContext context) {
    return Stream.of(context.parameters().getOrDefault(WORDS, "").split(","))
        .anyMatch(words -> context.said().stream().anyMatch(text -> Words.contains(text, words)));
  }
}
