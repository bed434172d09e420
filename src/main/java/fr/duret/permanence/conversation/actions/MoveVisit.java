package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Move;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Taken;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.VisitErrand.Change;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Moves the visit spoken of to the slot that was chosen.
record MoveVisit(Booking booking, Visits visits) implements Action {

  @Override
  public String name() {
    return "move";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("moved", "taken", "too-late");
  }

  @Override
  public Set<String> sets() {
    Set<String> sets = new HashSet<>(Visits.SET);
    sets.add(Vars.OLD);
    sets.add(Vars.SAME_DAY);
    return Set.copyOf(sets);
  }

  @Override
  public Result run(ActionContext context) {
    String visit = context.text(Vars.VISIT).orElseThrow();
    String hold = context.text(Vars.HOLD).orElseThrow();
    Slot slot = Slot.ofKey(context.text(Vars.SLOT).orElseThrow());
    String cause = context.nextCause();
    return switch (booking.move(cause, visit, hold, slot)) {
      case Move.Moved(var moved, var former) -> {
        VisitErrand.leave(context, Change.moved(cause, moved, former), Optional.of(hold));
        yield visits
            .into(Result.of("moved"), moved)
            .with(Vars.OLD, former.key())
            .with(Vars.SAME_DAY, moved.slot().day().equals(former.day()));
      }
      case Move.NotMovable notMovable -> Result.of("too-late");
      case Taken taken -> Result.of("taken");
    };
  }
}
