package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Confirmation;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Taken;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.VisitErrand.Change;
import java.util.Optional;
import java.util.Set;

/// Books the slot that was chosen among those offered.
record Book(Booking booking, Visits visits) implements Action {

  @Override
  public String name() {
    return "book";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("booked", "taken");
  }

  @Override
  public Set<String> sets() {
    return Visits.SET;
  }

  @Override
  public Result run(ActionContext context) {
    Slot slot = Slot.ofKey(context.text(Vars.SLOT).orElseThrow());
    String hold = context.text(Vars.HOLD).orElseThrow();
    String cause = context.nextCause();
    return switch (booking.confirm(cause, hold, slot)) {
      case Confirmation.Booked(var visit, var afterLapse) -> {
        VisitErrand.leave(context, Change.made(cause, visit), Optional.of(hold));
        yield visits.into(Result.of("booked"), visit);
      }
      case Taken taken -> Result.of("taken");
    };
  }
}
