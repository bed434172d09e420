package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a commune was only named to say what is near (« à côté d'Annecy »): `with: {words: "près
/// de, à côté d'"}` are the words that stand right before it then.
///
/// - `near`
/// - `there`: it is the commune itself
record NearOnly() implements Action {

  @Override
  public String name() {
    return "near-only";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("near", "there");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    String commune = context.text(Vars.COMMUNE).orElse("");
    boolean near =
        !commune.isBlank()
            && Stream.of(context.parameters().getOrDefault(Says.WORDS, "").split(","))
                .map(words -> words + " " + commune)
                .anyMatch(
                    words -> context.said().stream().anyMatch(text -> Words.contains(text, words)));
    return Result.of(near ? "near" : "there");
  }
}
