package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears that a day or a period is told; what it is, [ReadWish] reads.
///
/// - `told`: something about time
/// - `any`: anything will do, or whatever we propose
record HearPeriod() implements Recogniser {

  @Override
  public String name() {
    return "period";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told", "any");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.PERIOD);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.heard().meaning().dates().isEmpty()) {
      return Optional.of(Result.of("told"));
    }
    return switch (hearing.heard().meaning().answer()) {
      case YES -> Optional.of(Result.of("any"));
      case NO, RESERVED, NONE -> Optional.empty();
    };
  }
}
