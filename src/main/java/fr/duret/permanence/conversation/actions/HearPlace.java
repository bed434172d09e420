package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears another of his places named, and nothing else wanted: « et la rue Centrale ? » after we
/// have told when we come somewhere.
///
/// - `named`
record HearPlace() implements Recogniser {

  @Override
  public String name() {
    return "other-place";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("named");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.FREE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    boolean names =
        hearing.variables().get(Vars.PLACES) instanceof List<?> places
            && !Naming.named(hearing.heard().text(), places, OtherPlace::names).isEmpty();
    return names
            && Notes.wantsNothing(hearing.alone().meaning())
            && hearing.heard().meaning().dates().isEmpty()
        ? Optional.of(Result.of("named"))
        : Optional.empty();
  }
}
