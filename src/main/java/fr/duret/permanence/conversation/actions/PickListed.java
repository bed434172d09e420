package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes the number said after a choice (« non, la 2 ») for another of the slots that were listed,
/// and makes it the wish, so that it is looked for like any other time.
///
/// - `other`: another one than that settled
/// - `same`: that which is settled
/// - `none`: none was listed under that number
record PickListed() implements Action {

  @Override
  public String name() {
    return "pick-listed";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("other", "same", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH, Vars.READ);
  }

  @Override
  public Result run(ActionContext context) {
    return picked(context)
        .map(slot ->
            context.text(Vars.SLOT).equals(Optional.of(slot.key()))
                ? Result.of("same")
                : Result.of("other")
                    .with(Vars.WISH, When.parse("+" + slot.key()).notation())
                    .with(Vars.READ, context.said().size()))
        .orElse(Result.of("none"));
  }

  private static Optional<Slot> picked(ActionContext context) {
    if (!(context.variables().get(Vars.LISTED) instanceof List<?> keys)) {
      return Optional.empty();
    }
    return context
        .text(Vars.PICK)
        .map(Integer::parseInt)
        .filter(number -> number <= keys.size())
        .map(number -> Slot.ofKey(keys.get(number - 1).toString()));
  }
}
