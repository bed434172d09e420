package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// « Bon, celui-là »: the slot that we have just named is taken.
///
/// - `taken`
/// - `past`: it has begun by now
record TakeMeant(ZoneId zone) implements Action {

  @Override
  public String name() {
    return "take-meant";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("taken", "past");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SLOT, Vars.LISTED);
  }

  @Override
  public Result run(ActionContext context) {
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), zone);
    Optional<Slot> meant =
        context
            .text(Vars.MEANT)
            .map(Slot::ofKey)
            .filter(slot -> slot.day().atTime(slot.from()).isAfter(now));
    return meant
        .map(slot ->
            Result.of("taken")
                .with(Vars.SLOT, slot.key())
                .with(
                    Vars.LISTED,
                    SlotChoice.slots(context.variables()).stream().map(Slot::key).toList()))
        .orElse(Result.of("past"));
  }
}
