package fr.duret.permanence.booking;

import fr.duret.permanence.company.Hours;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What of a hold lies on one day.
///
/// @param hold id of the hold
/// @param windows the alternatives of that day
/// @param expires from then on it counts for nothing
/// @param moving the visit that is to be moved by it
record Held(
    String hold,
    String person,
    boolean recognised,
    Task task,
    List<Hours> windows,
    Instant expires,
    Optional<String> moving) {

  Held {
    windows = List.copyOf(windows);
    // As the store keeps it.
    expires = expires.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isLiveAt(Instant now) {
    return now.isBefore(expires);
  }

  Held only(List<Hours> some) {
    return new Held(hold, person, recognised, task, some, expires, moving);
  }
}
