package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;

/// « Les deux »: a visit at each of his places is wanted. The first is spoken of now, the others
/// once that is settled.
record EverySite() implements Action {

  @Override
  public String name() {
    return "every-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("taken");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.NEXT_SITES, Vars.PLACE);
  }

  @Override
  public Result run(ActionContext context) {
    List<String> ids = Places.ids(context);
    return Result.of("taken")
        .with(Vars.SITE, ids.getFirst())
        .with(Vars.PLACE, Places.name(context, ids.getFirst()))
        .with(Vars.NEXT_SITES, String.join(",", ids.subList(1, ids.size())));
  }
}
