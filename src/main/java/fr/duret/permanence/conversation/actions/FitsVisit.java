package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.Optional;
import java.util.Set;

/// How what is said of time agrees with the visit spoken of.
///
/// - `fits`: it leaves some of the visit's own window (« oui mais pas avant 9h », of 8h to 10h), so
///   that nothing need be moved
/// - `elsewhen`: another day is wanted
/// - `other`: neither, or nothing is said of time
record FitsVisit() implements Action {

  @Override
  public String name() {
    return "fits-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("fits", "elsewhen", "other");
  }

  @Override
  public Result run(ActionContext context) {
    When when = context.heard().meaning().dates().best();
    Optional<Slot> visit = context.text(Vars.SLOT).map(Slot::ofKey);
    if (visit.isEmpty() || when.wanted().isEmpty()) {
      return Result.of("other");
    }
    Slot slot = visit.get();
    if (when.isTimeOnly()
        && when.wanted().stream()
            .allMatch(wish -> wish.touches(slot.day(), slot.from(), slot.to()))) {
      return Result.of("fits");
    }
    return Result.of(
        when.wanted().stream().noneMatch(wish -> wish.days().contains(slot.day()))
            ? "elsewhen"
            : "other");
  }
}
