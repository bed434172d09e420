package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import fr.duret.permanence.clients.Site;
import java.util.NoSuchElementException;

/// Writes where a visit is once more is known of it: the street, where only the commune was told.
/// Whoever drives there reads the visit, not the client's file.
final class Locating {

  private final Parts parts;

  Locating(Parts parts) {
    this.parts = parts;
  }

  Visit locate(String id, Site site) {
    while (true) {
      StoredVisit visit = parts.visits().find(id).orElseThrow(() -> new NoSuchElementException(id));
      Visit now = visit.visit();
      if (now.state() == Visit.State.CANCELLED) {
        return now;
      }
      // The day first: should we be cut off, the same command does the rest.
      parts.days().update(now.slot().day(), day -> change(day, id, site));
      if (now.site().equals(site)) {
        return now;
      }
      StoredVisit located = visit.at(site);
      if (parts.visits().replace(located)) {
        return located.visit();
      }
    }
  }

  private static Change<Boolean> change(Day day, String id, Site site) {
    boolean elsewhere = day.entry(id).filter(entry -> !entry.site().equals(site)).isPresent();
    return elsewhere ? Change.to(day.locating(id, site), true) : Change.none(false);
  }
}
