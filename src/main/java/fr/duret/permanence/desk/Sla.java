package fr.duret.permanence.desk;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How soon which kind of ticket must be done, and how pressing it is from the start.
///
/// @param terms the terms of every kind
public record Sla(Map<TicketKind, Terms> terms) {

  /// The terms of one kind.
  ///
  /// @param priority to begin with
  /// @param within how long; of opening time unless `aroundTheClock`
  /// @param aroundTheClock whether nights and Sundays count
  public record Terms(Priority priority, Duration within, boolean aroundTheClock) {}

  /// Keeps a copy.
  ///
  /// @throws IllegalArgumentException if a kind has no terms
  public Sla {
    terms = Map.copyOf(terms);
    if (terms.size() < TicketKind.values().length) {
      throw new IllegalArgumentException("every kind of ticket needs its terms");
    }
  }

  /// An emergency in 15 minutes; who waits for a person in two hours of opening; the rest in half a
  /// day or a day.
  public static Sla usual() {
    Map<TicketKind, Terms> terms = new EnumMap<>(TicketKind.class);
    terms.put(TicketKind.EMERGENCY, new Terms(Priority.URGENT, Duration.ofMinutes(15), true));
    terms.put(TicketKind.PERSON_WANTED, opening(Priority.HIGH, 2));
    terms.put(TicketKind.NO_SLOT, opening(Priority.HIGH, 4));
    terms.put(TicketKind.NOT_UNDERSTOOD, opening(Priority.HIGH, 2));
    terms.put(TicketKind.REQUEST, opening(Priority.NORMAL, 4));
    terms.put(TicketKind.OUT_OF_AREA, opening(Priority.NORMAL, 8));
    terms.put(TicketKind.LANGUAGE, opening(Priority.NORMAL, 4));
    terms.put(TicketKind.UNDELIVERED, opening(Priority.HIGH, 4));
    terms.put(TicketKind.LOOP, opening(Priority.NORMAL, 8));
    terms.put(TicketKind.PROMISE_AT_RISK, opening(Priority.HIGH, 2));
    terms.put(TicketKind.TECHNICAL, opening(Priority.HIGH, 4));
    return new Sla(terms);
  }

  Terms of(TicketKind kind) {
    Terms known = terms.get(kind);
    if (known == null) {
      throw new IllegalStateException("no terms for " + kind);
    }
    return known;
  }

  private static Terms opening(Priority priority, int hours) {
    return new Terms(priority, Duration.ofHours(hours), false);
  }
}
