package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A visit with everything that happened to it: the history is what a repeated command answers
/// from.
record StoredVisit(Visit visit, List<Event> history) {

  StoredVisit {
    history = List.copyOf(history);
  }

  /// What can happen to a visit.
  enum What {
    BOOKED,
    MOVED,
    PINNED,
    CANCELLED
  }

  /// Something that happened to a visit.
  ///
  /// @param cause the command
  /// @param slot the slot since then
  /// @param former the slot before a move
  /// @param afterLapse whether the hold had lapsed
  record Event(
      String cause,
      What what,
      Slot slot,
      String technician,
      boolean pinned,
      Optional<Slot> former,
      boolean afterLapse) {}

  static StoredVisit booked(Entry entry, Slot slot, String technician) {
    Visit visit =
        new Visit(
            entry.visit(),
            entry.person(),
            entry.task().service(),
            entry.site(),
            slot,
            technician,
            Visit.State.PLANNED,
            entry.pinned(),
            1);
    Event event =
        new Event(
            entry.cause(),
            What.BOOKED,
            slot,
            technician,
            entry.pinned(),
            Optional.empty(),
            entry.afterLapse());
    return new StoredVisit(visit, List.of(event));
  }

  Optional<Event> event(String cause) {
    return history.stream().filter(event -> event.cause().equals(cause)).findFirst();
  }

  StoredVisit moved(Entry entry, Slot slot, String technician) {
    Event event =
        new Event(
            entry.cause(),
            What.MOVED,
            slot,
            technician,
            false,
            Optional.of(visit.slot()),
            entry.afterLapse());
    return after(event, Visit.State.PLANNED);
  }

  StoredVisit pinned(String cause, String technician) {
    Event event =
        new Event(cause, What.PINNED, visit.slot(), technician, true, Optional.empty(), false);
    return after(event, Visit.State.PLANNED);
  }

  StoredVisit cancelled(String cause) {
    Event event =
        new Event(
            cause,
            What.CANCELLED,
            visit.slot(),
            visit.technician(),
            visit.pinned(),
            Optional.empty(),
            false);
    return after(event, Visit.State.CANCELLED);
  }

  private StoredVisit after(Event event, Visit.State state) {
    List<Event> longer = new ArrayList<>(history);
    longer.add(event);
    return new StoredVisit(as(event, state, visit.version() + 1), longer);
  }

  /// The visit, with more known of its place.
  StoredVisit at(Site site) {
    Visit moreKnown =
        new Visit(
            visit.id(),
            visit.person(),
            visit.service(),
            site,
            visit.slot(),
            visit.technician(),
            visit.state(),
            visit.pinned(),
            visit.version() + 1);
    return new StoredVisit(moreKnown, history);
  }

  /// The visit as it was right after an event.
  Visit as(Event event) {
    Visit.State state =
        event.what() == What.CANCELLED ? Visit.State.CANCELLED : Visit.State.PLANNED;
    return as(event, state, history.indexOf(event) + 1L);
  }

  private Visit as(Event event, Visit.State state, long version) {
    return new Visit(
        visit.id(),
        visit.person(),
        visit.service(),
        visit.site(),
        event.slot(),
        event.technician(),
        state,
        event.pinned(),
        version);
  }

  /// The visit for good, when its day is forgotten.
  StoredVisit settled(String technician, boolean pinned) {
    if (technician.equals(visit.technician()) && pinned == visit.pinned()) {
      return this;
    }
    Visit now = with(technician, pinned);
    return new StoredVisit(
        new Visit(
            now.id(),
            now.person(),
            now.service(),
            now.site(),
            now.slot(),
            now.technician(),
            now.state(),
            now.pinned(),
            now.version() + 1),
        history);
  }

  /// The visit with the technician that its day has for it now.
  Visit with(String technician, boolean pinned) {
    return new Visit(
        visit.id(),
        visit.person(),
        visit.service(),
        visit.site(),
        visit.slot(),
        technician,
        visit.state(),
        pinned,
        visit.version());
  }
}
