package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.List;
import java.util.Set;

/// Makes the day of the slot that was meant, at the hour just said, the wish: « la 3 mais le matin
/// ».
record ThatDay() implements Action {

  @Override
  public String name() {
    return "that-day";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("wished");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.WISH, Vars.READ);
  }

  @Override
  public Result run(ActionContext context) {
    Slot meant = Slot.ofKey(context.text(Vars.MEANT).orElseThrow());
    List<Wish> wanted =
        context.heard().meaning().dates().best().wanted().stream()
            .map(hour -> new Wish(new DayRange(meant.day(), meant.day()), hour.time()))
            .toList();
    return Result.of("wished")
        .with(Vars.WISH, new When(wanted, List.of(), List.of(), List.of()).notation())
        .with(Vars.READ, context.said().size());
  }
}
