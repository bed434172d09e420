package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears, after nonsense, words that can be passed to a person. Whatever opens a subject goes there
/// instead.
record MoreWords() implements Recogniser {

  @Override
  public String name() {
    return "more-words";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.NOTHING);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    boolean isOther =
        switch (hearing.heard().meaning().intent()) {
          case OTHER, ANSWER -> true;
          default -> false;
        };
    return isOther && hearing.asked() && Sentences.saysSomething(hearing.heard().text())
        ? Optional.of(Result.of("told"))
        : Optional.empty();
  }
}
