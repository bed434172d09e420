package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Forgets what of days has passed. A day is the truth about its visits, so before it goes each of
/// them is written as the day has it; from then on the visit speaks for itself.
final class PastDays {

  private final Parts parts;

  PastDays(Parts parts) {
    this.parts = parts;
  }

  int forget(LocalDate before, int most) {
    List<Day> past = parts.days().before(before, most);
    past.forEach(day -> parts.visits().on(day.date()).forEach(visit -> settle(visit, day)));
    past.forEach(day -> parts.days().delete(day));
    return past.size();
  }

  private void settle(StoredVisit stored, Day day) {
    Visit visit = stored.visit();
    if (visit.state() == Visit.State.CANCELLED) {
      return;
    }
    Optional<Entry> entry = day.entry(visit.id());
    StoredVisit settled =
        entry
            .map(
                found -> stored.settled(day.technicianOf(visit.id()).orElseThrow(), found.pinned()))
            .orElseGet(() -> stored.cancelled("forgotten/" + day.date()));
    if (!settled.visit().equals(visit)) {
      parts.visits().replace(settled);
    }
  }

  void dropLapsedHolds() {
    Instant now = parts.clock().instant();
    LocalDate today = parts.dayOf(now);
    parts.days().load(today, today.plusDays(Recovery.DAYS_AHEAD)).values().stream()
        .filter(day -> hasLapsed(day, now))
        .map(Day::date)
        .forEach(date -> parts.days().update(date, day -> live(day, now)));
  }

  private static Change<Boolean> live(Day day, Instant now) {
    return hasLapsed(day, now)
        ? Change.to(day.keeping(held -> held.isLiveAt(now)), true)
        : Change.none(false);
  }

  private static boolean hasLapsed(Day day, Instant now) {
    return day.holds().stream().anyMatch(held -> !held.isLiveAt(now));
  }
}
