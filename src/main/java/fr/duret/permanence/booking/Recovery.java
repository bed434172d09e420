package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.util.Optional;

/// Lets visits follow their days where a crash came in between, and brings those of an earlier
/// version up to date. Rolling forward is what the interrupted command would have done, so it does
/// no harm if that command goes on as well.
final class Recovery {

  /// Nobody books further ahead.
  static final int DAYS_AHEAD = 400;

  private final Parts parts;
  private final Promises promises;

  Recovery(Parts parts) {
    this.parts = parts;
    this.promises = new Promises(parts);
  }

  void run() {
    parts.visits().putInOrder();
    LocalDate today = parts.dayOf(parts.clock().instant());
    for (Day day : parts.days().load(today, today.plusDays(DAYS_AHEAD)).values()) {
      day.entries().forEach(entry -> follow(day, entry));
      if (day.changed()) {
        parts.marks().changed(day.date());
      }
    }
  }

  private void follow(Day day, Entry entry) {
    Optional<StoredVisit> found = parts.visits().find(entry.visit());
    Slot slot = entry.slot(day.date());
    String technician = day.technicianOf(entry.visit()).orElseThrow();
    if (found.isEmpty()) {
      parts.visits().insert(StoredVisit.booked(entry, slot, technician));
    } else if (found.get().event(entry.cause()).isEmpty()) {
      moveOn(found.get(), entry, slot, technician);
    } else if (!found.get().visit().slot().equals(slot)) {
      promises.remove(entry.visit(), day.date(), current -> current.cause().equals(entry.cause()));
    }
  }

  private void moveOn(StoredVisit visit, Entry entry, Slot slot, String technician) {
    if (visit.visit().state() == Visit.State.CANCELLED) {
      promises.remove(entry.visit(), slot.day(), current -> current.cause().equals(entry.cause()));
      return;
    }
    LocalDate former = visit.visit().slot().day();
    if (parts.visits().replace(visit.moved(entry, slot, technician))
        && !former.equals(slot.day())) {
      promises.remove(entry.visit(), former, current -> !current.cause().equals(entry.cause()));
    }
  }
}
