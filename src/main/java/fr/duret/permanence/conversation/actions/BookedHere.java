package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Whether this subject has booked its visit already: « finalement jeudi » then moves it, and «
/// annulez » means it.
///
/// - `yes`, `no`
/// - `ahead`: no, nor is it known what would be booked; but a visit is ahead of him, and meant
record BookedHere(Booking booking) implements Action {

  @Override
  public String name() {
    return "booked-here";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no", "ahead");
  }

  @Override
  public Result run(ActionContext context) {
    boolean booked =
        context
            .text(Vars.VISIT)
            .flatMap(booking::visit)
            .filter(visit -> visit.state() == Visit.State.PLANNED)
            .isPresent();
    boolean hasOther =
        context.text(Vars.KIND).isEmpty()
            && context.person().filter(person -> !booking.upcoming(person).isEmpty()).isPresent();
    return Result.of(booked ? "yes" : hasOther ? "ahead" : "no");
  }
}
