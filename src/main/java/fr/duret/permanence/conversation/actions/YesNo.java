package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears yes or no; a yes with a reservation (« oui mais pas jeudi ») is neither.
record YesNo() implements Recogniser {

  @Override
  public String name() {
    return "yes-no";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no", "reserved");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.YES_NO);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.asked()) {
      return Optional.empty();
    }
    return switch (hearing.heard().meaning().answer()) {
      case YES -> Optional.of(Result.of("yes"));
      case NO -> Optional.of(Result.of("no"));
      case RESERVED -> Optional.of(Result.of("reserved"));
      case NONE -> Optional.empty();
    };
  }
}
