package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Confirmation;
import fr.duret.permanence.booking.Move;
import fr.duret.permanence.booking.Offer;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Taken;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.booking.Wish.Period;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.conversation.actions.VisitErrand.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Undoes a move or a cancellation: the visit gets back the window that it had (`with: {slot: old}`
/// names the variable that holds it; if that is not set, nothing was changed).
///
/// - `restored`: it has it again, or still
/// - `taken`: somebody else has it by now; others are offered
/// - `gone`: a person must look at it
record RestoreVisit(Booking booking, Clients clients, Visits visits) implements Action {

  private static final String FROM = "slot";

  @Override
  public String name() {
    return "restore-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("restored", "taken", "gone");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(FROM);
  }

  @Override
  public Set<String> sets() {
    Set<String> sets = new HashSet<>(Visits.SET);
    sets.add(Vars.HOLD);
    sets.add(Vars.SLOTS);
    return Set.copyOf(sets);
  }

  @Override
  public Result run(ActionContext context) {
    Optional<Slot> wanted =
        context.text(context.parameters().getOrDefault(FROM, Vars.SLOT)).map(Slot::ofKey);
    return context
        .text(Vars.VISIT)
        .flatMap(booking::visit)
        .filter(visit -> context.person().equals(Optional.of(visit.person())))
        .map(visit -> restored(context, visit, wanted.orElse(visit.slot())))
        .orElse(Result.of("gone"));
  }

  private Result restored(ActionContext context, Visit visit, Slot wanted) {
    Optional<Visit> there =
        booking.upcoming(visit.person()).stream()
            .filter(other -> isSame(other, visit) && other.slot().equals(wanted))
            .findFirst();
    if (there.isPresent()) {
      return visits.into(Result.of("restored"), there.get());
    }
    return switch (booking.offer(context.nextCause(), request(context, visit, wanted))) {
      case Offer.Offered offered -> taken(context, visit, offered, wanted);
      case Offer.NothingFits nothing -> Result.of("gone");
      case Offer.NotServed notServed -> Result.of("gone");
      case Offer.AlreadyBooked already -> Result.of("gone");
    };
  }

  /// Whether two visits are for the same work; one that was cancelled comes back under another id.
  private static boolean isSame(Visit one, Visit other) {
    return one.service().equals(other.service()) && one.site().id().equals(other.site().id());
  }

  private Result taken(ActionContext context, Visit visit, Offer.Offered offered, Slot wanted) {
    List<Slot> slots = offered.slots().stream().map(option -> option.slot()).toList();
    Optional<Visit> back =
        slots.contains(wanted) ? back(context, visit, offered.hold(), wanted) : Optional.empty();
    return back.map(restored -> visits.into(Result.of("restored"), restored))
        .orElseGet(() ->
            visits
                .into(Result.of("taken"), visit)
                .with(Vars.HOLD, offered.hold())
                .with(Vars.SLOTS, slots.stream().map(Slot::key).toList()));
  }

  /// The visit in its old window; a cancelled one is booked anew.
  private Optional<Visit> back(ActionContext context, Visit visit, String hold, Slot wanted) {
    String cause = context.nextCause();
    Optional<Visit> back =
        visit.state() == Visit.State.PLANNED
            ? moved(booking.move(cause, visit.id(), hold, wanted))
            : booked(booking.confirm(cause, hold, wanted));
    back.ifPresent(
        again -> VisitErrand.leave(context, Change.made(cause, again), Optional.of(hold)));
    return back;
  }

  private static Optional<Visit> moved(Move move) {
    return switch (move) {
      case Move.Moved(var visit, var former) -> Optional.of(visit);
      case Move.NotMovable notMovable -> Optional.empty();
      case Taken taken -> Optional.empty();
    };
  }

  private static Optional<Visit> booked(Confirmation confirmation) {
    return switch (confirmation) {
      case Confirmation.Booked(var visit, var afterLapse) -> Optional.of(visit);
      case Taken taken -> Optional.empty();
    };
  }

  private OfferRequest request(ActionContext context, Visit visit, Slot wanted) {
    Client client = clients.client(visit.person()).orElseThrow();
    Period window = Period.day(wanted.day()).between(wanted.from(), wanted.to());
    OfferRequest request =
        new OfferRequest(
                client.id(),
                client.kind() == Client.Kind.CLIENT,
                context.channel(),
                visit.site(),
                visit.service(),
                new Wish(List.of(window), List.of()),
                client.contract(),
                Optional.empty())
            .toRegain();
    return visit.state() == Visit.State.PLANNED ? request.toMove(visit.id()) : request;
  }
}
