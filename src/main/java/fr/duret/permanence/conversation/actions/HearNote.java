package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears yes or no, as [YesNo] does, or something told for the visit that the question is about.
///
/// - `yes`, `no`, `reserved`
/// - `note`: « le gardien vous ouvrira, code 12A34 »
record HearNote() implements Recogniser {

  private static final YesNo YES_NO = new YesNo();

  @Override
  public String name() {
    return "yes-no-note";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no", "reserved", "note");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.YES_NO);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    boolean answers = hearing.heard().meaning().answer() != Answer.NONE;
    if (answers || !hearing.asked()) {
      return YES_NO.hear(hearing);
    }
    return hearing.heard().meaning().dates().isEmpty() && Notes.isNote(hearing)
        ? Optional.of(Result.of("note"))
        : Optional.empty();
  }
}
