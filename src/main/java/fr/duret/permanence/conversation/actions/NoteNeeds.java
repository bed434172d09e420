package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes note of further needs told in the same breath (« entretien et aussi une prise en panne »),
/// so that they are spoken of once the first is settled.
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
    List<String> others =
        Needs.told(context.heard().meaning()).stream()
            .filter(kind -> first.filter(kind::equals).isEmpty())
            .toList();
    return others.isEmpty() ? noted : noted.with(Vars.NEXT_KIND, String.join(",", others));
  }
}
