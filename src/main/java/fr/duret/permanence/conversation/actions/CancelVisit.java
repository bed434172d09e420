package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Cancellation;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.VisitErrand.Change;
import java.util.Optional;
import java.util.Set;

/// Cancels the visit spoken of.
record CancelVisit(Booking booking, Visits visits) implements Action {

  @Override
  public String name() {
    return "cancel-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("cancelled", "too-late");
  }

  @Override
  public Set<String> sets() {
    return Visits.SET;
  }

  @Override
  public Result run(ActionContext context) {
    String visit = context.text(Vars.VISIT).orElseThrow();
    String cause = context.nextCause();
    return switch (booking.cancel(cause, visit)) {
      case Cancellation.Cancelled(var cancelled) -> {
        VisitErrand.leave(context, Change.cancelled(cause, cancelled), Optional.empty());
        yield visits.into(Result.of("cancelled"), cancelled);
      }
      case Cancellation.TooLate(var late) -> visits.into(Result.of("too-late"), late);
    };
  }
}
