package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Which entries somebody wants to read, oldest first.
///
/// @param contact only those of that address
/// @param from only those at or after that time
/// @param after only those after that [Entry#order()]: the last one of the page before
/// @param limit at most so many, 1 to 1000
public record Reading(
    Optional<Address> contact, Optional<Instant> from, Optional<String> after, int limit) {

  /// Largest page: results are built whole in memory.
  private static final int MAX = 1000;

  /// Keeps the limit within its bounds.
  public Reading {
    limit = Math.clamp(limit, 1, MAX);
  }

  /// The first page of everything about one contact.
  public static Reading of(Address contact) {
    return new Reading(Optional.of(contact), Optional.empty(), Optional.empty(), MAX);
  }

  /// The greatest [Entry#order()] that is not wanted any more; entries asked for lie above it.
  public String above() {
    String start = from.map(Order::floor).orElse("");
    return after.filter(cursor -> cursor.compareTo(start) > 0).orElse(start);
  }
}
