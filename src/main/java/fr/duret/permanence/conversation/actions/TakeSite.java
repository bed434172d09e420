package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns to the next place that a visit is wanted at, with `with: {day: same}` on the day of the
/// visit booked just now.
record TakeSite() implements Action {

  @Override
  public String name() {
    return "take-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("taken");
  }

  @Override
  public Set<String> sets() {
    return Set.of(
        Vars.SITE, Vars.NEXT_SITES, Vars.PLACE, Vars.WISH, Vars.READ, Vars.SLOTS, Vars.KIND);
  }

  @Override
  public Set<String> parameters() {
    return Set.of("day");
  }

  @Override
  public Result run(ActionContext context) {
    String[] sites = context.text(Vars.NEXT_SITES).orElseThrow().split(",", 2);
    boolean same = context.parameters().containsKey("day");
    When wish = same ? sameDay(context) : When.NONE;
    Result taken = Result.of("taken");
    return kind(context, sites[0])
        .map(kind -> taken.with(Vars.KIND, kind))
        .orElse(taken)
        .with(Vars.SITE, sites[0])
        .with(Vars.PLACE, Places.name(context, sites[0]))
        .with(Vars.NEXT_SITES, sites.length > 1 ? sites[1] : "")
        .with(Vars.WISH, wish.notation())
        .with(Vars.SLOTS, List.of())
        .with(Vars.READ, Math.max(0, context.said().size() - (same ? 0 : 1)));
  }

  /// What was told for that place.
  private static Optional<String> kind(ActionContext context, String site) {
    return Stream.of(context.text(Vars.SITE_KINDS).orElse("").split(",", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].equals(site) && !pair[1].isEmpty())
        .map(pair -> pair[1])
        .findFirst();
  }

  /// The day of the visit booked last.
  static When sameDay(ActionContext context) {
    return context
        .text(Vars.SLOT)
        .map(key -> When.parse("+" + Slot.ofKey(key).day()))
        .orElse(When.NONE);
  }
}
