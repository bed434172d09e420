package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Motive;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears what the visit is for.
record HearMotive() implements Recogniser {

  @Override
  public String name() {
    return "motive";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND, Vars.BEFORE);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.MOTIVE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (Needs.pressing(hearing.heard().meaning())) {
      String repair = Services.kindOf(Motive.REPAIR);
      return Optional.of(told(hearing, repair));
    }
    Confidence needed = hearing.asked() ? Confidence.UNSURE : Confidence.LIKELY;
    return hearing
        .heard()
        .meaning()
        .motive()
        .filter(found -> found.confidence().atLeast(needed))
        .map(found -> told(hearing, Services.kindOf(found.value())));
  }

  private static Result told(Hearing hearing, String kind) {
    Object before = hearing.variables().getOrDefault(Vars.KIND, kind);
    return Result.of("told").with(Vars.KIND, kind).with(Vars.BEFORE, before);
  }
}
