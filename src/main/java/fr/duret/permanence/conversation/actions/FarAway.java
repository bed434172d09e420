package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.FarTowns;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.PersonName;
import java.util.Optional;
import java.util.Set;

/// Whether somebody unknown has told a town that is far away, so that he is asked nothing in vain.
///
/// - `far`: that town
/// - `near`: none
record FarAway(FarTowns towns) implements Action {

  @Override
  public String name() {
    return "far-away";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("far", "near");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.COMMUNE);
  }

  @Override
  public Result run(ActionContext context) {
    return context.said().reversed().stream()
        .map(towns::named)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(town -> !isName(context, town))
        .map(town -> Result.of("far").with(Vars.COMMUNE, town))
        .orElse(Result.of("near"));
  }

  /// « C'est Mme Paris ».
  private static boolean isName(ActionContext context, String town) {
    return context
        .heard()
        .meaning()
        .name()
        .map(Finding::value)
        .flatMap(PersonName::last)
        .filter(last -> Words.contains(last, town))
        .isPresent();
  }
}
