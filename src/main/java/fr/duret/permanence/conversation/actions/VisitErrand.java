package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Errand;
import fr.duret.permanence.conversation.ErrandRunner;
import fr.duret.permanence.message.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What follows once a dialogue has booked, moved or cancelled a visit: the other windows that were
/// held are given back, and whom it concerns is told. The client's answer need not wait for either.
///
/// @param changed told of the visit as it is by then
record VisitErrand(Booking booking, VisitListener changed) implements ErrandRunner {

  private static final String KIND = "visit-changed";
  private static final String CAUSE = "cause";
  private static final String VISIT = "visit";
  private static final String WHAT = "what";
  private static final String FORMER = "former";
  private static final String BY = "by";
  private static final String HOLD = "hold";

  /// Leaves it to be done after the turn.
  ///
  /// @param hold what the slot was taken from
  static void leave(ActionContext context, Change change, Optional<String> hold) {
    Map<String, String> data = new HashMap<>();
    data.put(CAUSE, change.cause());
    data.put(VISIT, change.visit());
    data.put(WHAT, change.kind().name());
    data.put(BY, context.address().key());
    change.former().ifPresent(slot -> data.put(FORMER, slot.key()));
    hold.ifPresent(held -> data.put(HOLD, held));
    context.afterwards(new Errand(KIND, data));
  }

  /// What was done.
  ///
  /// @param cause id of the command
  /// @param former the slot before a move
  record Change(String cause, String visit, VisitChange.Kind kind, Optional<Slot> former) {

    static Change made(String cause, Visit visit) {
      return new Change(cause, visit.id(), VisitChange.Kind.MADE, Optional.empty());
    }

    static Change moved(String cause, Visit visit, Slot former) {
      return new Change(cause, visit.id(), VisitChange.Kind.MOVED, Optional.of(former));
    }

    static Change cancelled(String cause, Visit visit) {
      return new Change(cause, visit.id(), VisitChange.Kind.CANCELLED, Optional.empty());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Map<String, String> data) {
    Optional.ofNullable(data.get(HOLD)).ifPresent(booking::releaseHold);
    booking
        .visit(given(data, VISIT))
        .map(visit ->
            new VisitChange(
                given(data, CAUSE),
                visit,
                VisitChange.Kind.valueOf(given(data, WHAT)),
                Optional.ofNullable(data.get(FORMER)).map(Slot::ofKey),
                Address.ofKey(given(data, BY))))
        .ifPresent(changed::changed);
  }

  private static String given(Map<String, String> data, String name) {
    return Objects.requireNonNull(data.get(name), name);
  }
}
