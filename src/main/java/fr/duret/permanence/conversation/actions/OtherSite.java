package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;

/// « L'autre maison »: the place besides the one spoken of.
///
/// - `one`: that one
/// - `several`: he has more than two, and is asked
/// - `none`: he has no other
record OtherSite() implements Action {

  @Override
  public String name() {
    return "other-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE);
  }

  @Override
  public Result run(ActionContext context) {
    String here = context.text(Vars.SITE).orElse("");
    List<String> others = Places.ids(context).stream().filter(id -> !id.equals(here)).toList();
    return switch (others.size()) {
      case 0 -> Result.of("none");
      case 1 -> Result.of("one").with(Vars.SITE, others.getFirst());
      default -> Result.of("several");
    };
  }
}
