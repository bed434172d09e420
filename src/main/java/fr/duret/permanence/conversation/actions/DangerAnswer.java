package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.Intent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears whether there is danger, when we have asked. A plain yes is needed for `yes`: what calms
/// (« c'est bon, c'est réparé ») is a yes elsewhere and a no here, so the flow lists such words as
/// choices, which are heard first. A danger told anew is the alarm, before any question.
record DangerAnswer() implements Recogniser {

  @Override
  public String name() {
    return "danger-answer";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SAFE);
  }

  @Override
  public boolean weighsDanger() {
    return true;
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
      case RESERVED -> mereTime(hearing) ? Optional.empty() : Optional.of(Result.of("yes"));
      case NO -> Optional.of(Result.of("no").with(Vars.SAFE, "yes"));
      case NONE -> Optional.empty();
    };
  }

  /// « Jeudi vers 15h » restricts no yes that anybody has said.
  private static boolean mereTime(Hearing hearing) {
    return hearing.heard().meaning().emergency() instanceof Emergency.None
        && !hearing.heard().meaning().dates().best().wanted().isEmpty()
        && !hearing.heard().meaning().means(Intent.ACCEPT, Confidence.UNSURE);
  }
}
