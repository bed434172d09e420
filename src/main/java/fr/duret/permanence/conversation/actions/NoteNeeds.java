package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import java.util.Optional;
import java.util.Set;

/// Takes note of a second need told in the same breath (« entretien et aussi une prise en panne »),
/// so that it is spoken of once the first is settled.
record NoteNeeds() implements Action {

  @Override
  public String name() {
    return "note-needs";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("noted");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NEXT_KIND);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> first = context.text(Vars.KIND);
    Result noted = Result.of("noted");
    return context.heard().meaning().motives().stream()
        .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
        .map(found -> Services.kindOf(found.value()))
        .filter(kind -> first.filter(kind::equals).isEmpty())
        .findFirst()
        .map(kind -> noted.with(Vars.NEXT_KIND, kind))
        .orElse(noted);
  }
}
