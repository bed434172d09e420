package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Understood;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears what is added to a demand that a person has just got: who it is from, where, a few words
/// more. Whatever wants something of its own goes where that is dealt with.
record Addition() implements Recogniser {

  @Override
  public String name() {
    return "addition";
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
    Understood meaning = hearing.heard().meaning();
    boolean adds =
        Notes.isNote(hearing.heard())
            || meaning.name().filter(one -> one.confidence().atLeast(Confidence.LIKELY)).isPresent()
            || !meaning.communes().isEmpty();
    boolean only =
        Notes.wantsNothing(meaning) && meaning.motive().isEmpty() && meaning.dates().isEmpty();
    return adds && only ? Optional.of(Result.of("told")) : Optional.empty();
  }
}
