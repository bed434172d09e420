package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// « Ajoutez aussi une prise »: what was told last is a further need, not another one instead.
///
/// - `added`: it is spoken of once the first is settled
/// - `none`: nothing was told before it
record AddNeed() implements Action {

  @Override
  public String name() {
    return "add-need";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("added", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND, Vars.NEXT_KIND);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> before = context.text(Vars.BEFORE);
    String now = context.text(Vars.KIND).orElse("");
    if (before.isEmpty() || before.get().equals(now)) {
      return Result.of("none");
    }
    String needs =
        Stream.of(context.text(Vars.NEXT_KIND).orElse(""), now)
            .filter(kinds -> !kinds.isEmpty())
            .collect(Collectors.joining(","));
    return Result.of("added").with(Vars.KIND, before.get()).with(Vars.NEXT_KIND, needs);
  }
}
