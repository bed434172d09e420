package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.Set;

/// Whether what is said of time leaves some of the visit's own window (« oui mais pas avant 9h »,
/// of 8h to 10h): then nothing need be moved, and the technician is told.
///
/// - `fits`
/// - `other`: it does not, or nothing is said of time
record FitsVisit() implements Action {

  @Override
  public String name() {
    return "fits-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("fits", "other");
  }

  @Override
  public Result run(ActionContext context) {
    When when = context.heard().meaning().dates().best();
    boolean fits =
        when.isTimeOnly()
            && context
                .text(Vars.SLOT)
                .map(Slot::ofKey)
                .filter(slot ->
                    when.wanted().stream()
                        .allMatch(wish -> wish.touches(slot.day(), slot.from(), slot.to())))
                .isPresent();
    return Result.of(fits ? "fits" : "other");
  }
}
