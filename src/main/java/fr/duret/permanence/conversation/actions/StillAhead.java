package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Whether all the slots offered are still to come, so that they may be named again.
///
/// - `ahead`
/// - `past`: at least one has begun; others must be found
record StillAhead(ZoneId zone) implements Action {

  @Override
  public String name() {
    return "still-ahead";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("ahead", "past");
  }

  @Override
  public Result run(ActionContext context) {
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), zone);
    boolean ahead =
        context.variables().get(Vars.SLOTS) instanceof List<?> keys
            && keys.stream()
                .map(key -> Slot.ofKey(key.toString()))
                .allMatch(slot -> slot.day().atTime(slot.from()).isAfter(now));
    return Result.of(ahead ? "ahead" : "past");
  }
}
