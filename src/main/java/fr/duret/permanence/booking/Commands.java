package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import fr.duret.permanence.booking.Promises.Placed;
import fr.duret.permanence.booking.Promises.Wanted;
import fr.duret.permanence.booking.StoredVisit.Event;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bson.Document;

/// Confirms, moves, cancels and pins visits. The day is written first, the visit's document
/// follows; a repeated command finds how far it came and goes on from there.
final class Commands {

  private final Parts parts;
  private final Promises promises;

  Commands(Parts parts) {
    this.parts = parts;
    this.promises = new Promises(parts);
  }

  Confirmation confirm(String cause, String hold, Slot slot) {
    Map<String, Document> outcomes = parts.outcomes().findAll(cause, hold);
    Optional<Document> refused = Optional.ofNullable(outcomes.get(cause));
    if (refused.isPresent()) {
      return OutcomeDocuments.taken(refused.get());
    }
    String id = Ids.visit(cause);
    Optional<StoredVisit> before = parts.visits().find(id);
    if (before.isPresent()) {
      return booked(before.get());
    }
    OfferRecord offer = offer(hold, Optional.ofNullable(outcomes.get(hold)));
    if (!offer.recognised() && hasOtherVisit(offer.person(), id)) {
      return taken(cause, slot);
    }
    return promises
        .place(new Wanted(id, cause, offer.person(), offer.task(), slot, hold))
        .map(this::booked)
        .orElseGet(() -> taken(cause, slot));
  }

  private boolean hasOtherVisit(String person, String id) {
    return parts.reading().upcoming(person).stream().anyMatch(visit -> !visit.id().equals(id));
  }

  private Confirmation booked(Placed placed) {
    StoredVisit visit = StoredVisit.booked(placed.entry(), placed.slot(), placed.technician());
    parts.visits().insert(visit);
    return booked(visit);
  }

  private static Confirmation booked(StoredVisit visit) {
    Event event = visit.history().getFirst();
    return new Confirmation.Booked(visit.as(event), event.afterLapse());
  }

  private Confirmation taken(String cause, Slot slot) {
    Document kept = keep(cause, OutcomeDocuments.taken(slot));
    return OutcomeDocuments.taken(kept);
  }

  Move move(String cause, String id, String hold, Slot slot) {
    Map<String, Document> outcomes = parts.outcomes().findAll(cause, hold);
    Optional<Document> refused = Optional.ofNullable(outcomes.get(cause));
    if (refused.isPresent()) {
      return OutcomeDocuments.move(refused.get());
    }
    StoredVisit visit = stored(id);
    Optional<Event> before = visit.event(cause);
    if (before.isPresent()) {
      giveUp(visit, before.get());
      return moved(visit, before.get());
    }
    if (isOver(visit.visit())) {
      return OutcomeDocuments.move(keep(cause, OutcomeDocuments.notMovable(visit.visit())));
    }
    OfferRecord offer = offer(hold, Optional.ofNullable(outcomes.get(hold)));
    Optional<Placed> placed =
        promises.place(new Wanted(id, cause, visit.visit().person(), offer.task(), slot, hold));
    if (placed.isEmpty()) {
      return OutcomeDocuments.move(keep(cause, OutcomeDocuments.taken(slot)));
    }
    return follow(cause, id, placed.get());
  }

  /// Lets the visit's document follow, and gives the former place up.
  private Move follow(String cause, String id, Placed placed) {
    while (true) {
      StoredVisit visit = stored(id);
      Optional<Event> done = visit.event(cause);
      if (done.isPresent()) {
        giveUp(visit, done.get());
        return moved(visit, done.get());
      }
      if (visit.visit().state() == Visit.State.CANCELLED) {
        promises.remove(id, placed.slot().day(), entry -> entry.cause().equals(cause));
        return OutcomeDocuments.move(keep(cause, OutcomeDocuments.notMovable(visit.visit())));
      }
      parts.visits().replace(visit.moved(placed.entry(), placed.slot(), placed.technician()));
    }
  }

  /// Takes the visit out of the day it had before a move, unless it has come back there since.
  private void giveUp(StoredVisit visit, Event move) {
    LocalDate former = move.former().orElseThrow().day();
    if (!former.equals(move.slot().day())) {
      promises.remove(
          visit.visit().id(), former, entry -> isBefore(visit, entry.cause(), move.cause()));
    }
  }

  private static boolean isBefore(StoredVisit visit, String cause, String move) {
    for (Event event : visit.history()) {
      if (event.cause().equals(move)) {
        return false;
      }
      if (event.cause().equals(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Move moved(StoredVisit visit, Event event) {
    return new Move.Moved(visit.as(event), event.former().orElseThrow());
  }

  Cancellation cancel(String cause, String id) {
    Optional<Document> refused = parts.outcomes().find(cause);
    if (refused.isPresent()) {
      return OutcomeDocuments.cancellation(refused.get());
    }
    while (true) {
      StoredVisit visit = stored(id);
      if (visit.visit().state() == Visit.State.CANCELLED) {
        return new Cancellation.Cancelled(visit.visit());
      }
      if (parts.hasBegun(visit.visit().slot())) {
        Document kept = keep(cause, OutcomeDocuments.tooLate(visit.visit()));
        return OutcomeDocuments.cancellation(kept);
      }
      promises.remove(id, visit.visit().slot().day(), entry -> true);
      StoredVisit cancelled = visit.cancelled(cause);
      if (parts.visits().replace(cancelled)) {
        return new Cancellation.Cancelled(cancelled.visit());
      }
    }
  }

  Visit pin(String cause, String id) {
    while (true) {
      StoredVisit visit = stored(id);
      Optional<Event> before = visit.event(cause);
      if (before.isPresent() || isOver(visit.visit())) {
        return before.map(visit::as).orElse(visit.visit());
      }
      Optional<String> technician =
          parts.days().update(visit.visit().slot().day(), day -> pin(id, day));
      StoredVisit pinned = visit.pinned(cause, technician.orElse(visit.visit().technician()));
      if (parts.visits().replace(pinned)) {
        return pinned.visit();
      }
    }
  }

  private static Change<Optional<String>> pin(String id, Day day) {
    Optional<String> technician = day.technicianOf(id);
    boolean isFree = day.entry(id).filter(entry -> !entry.pinned()).isPresent();
    return isFree ? Change.to(day.pinning(id), technician) : Change.none(technician);
  }

  void releaseHold(String hold) {
    parts
        .outcomes()
        .find(hold)
        .flatMap(OutcomeDocuments::offerRecord)
        .ifPresent(offer -> parts.days().release(hold, offer.days()));
  }

  private boolean isOver(Visit visit) {
    return visit.state() == Visit.State.CANCELLED || parts.hasBegun(visit.slot());
  }

  private StoredVisit stored(String id) {
    return parts.visits().find(id).orElseThrow(() -> new NoSuchElementException(id));
  }

  private static OfferRecord offer(String hold, Optional<Document> outcome) {
    return outcome
        .flatMap(OutcomeDocuments::offerRecord)
        .orElseThrow(() -> new NoSuchElementException(hold));
  }

  private Document keep(String cause, Document outcome) {
    return parts.outcomes().keep(cause, parts.clock().instant(), outcome);
  }
}
