package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Cancellation;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.VisitErrand.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cancels all the visits listed (« annulez les deux »).
///
/// - `cancelled`: none of them is ahead any more
/// - `too-late`: at least one of them has begun or is over, and stays; the others are cancelled
record CancelListed(Booking booking) implements Action {

  @Override
  public String name() {
    return "cancel-listed";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("cancelled", "too-late");
  }

  @Override
  public Result run(ActionContext context) {
    List<?> lines =
        context.variables().get(Vars.VISITS) instanceof List<?> listed ? listed : List.of();
    boolean late = false;
    for (Object line : lines) {
      late |= !cancelled(context, ListChoice.field(line, "id").toString());
    }
    return Result.of(late ? "too-late" : "cancelled");
  }

  private boolean cancelled(ActionContext context, String visit) {
    String cause = context.nextCause();
    return switch (booking.cancel(cause, visit)) {
      case Cancellation.Cancelled(var cancelled) -> {
        VisitErrand.leave(context, Change.cancelled(cause, cancelled), Optional.empty());
        yield true;
      }
      case Cancellation.TooLate(var late) -> false;
    };
  }
}
