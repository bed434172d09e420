package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Gives the slots offered back to others.
record ReleaseHold(Booking booking) implements Action {

  @Override
  public String name() {
    return "release-hold";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("released");
  }

  @Override
  public Result run(ActionContext context) {
    context.text(Vars.HOLD).ifPresent(booking::releaseHold);
    return Result.of("released");
  }
}
