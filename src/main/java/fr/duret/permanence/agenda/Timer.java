package fr.duret.permanence.agenda;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Something to be done later.
///
/// @param key what it is about: `visit/V-123/reminder-d2`; at most one timer has it
/// @param due when, in business time; cut to the millisecond, as the store keeps it
/// @param kind which [TimerHandler] does it
/// @param data what the handler needs to know; nothing private; no dots or dollars in the names
public record Timer(String key, Instant due, String kind, Map<String, String> data) {

  /// Cuts the time and keeps a copy of the data.
  public Timer {
    due = due.truncatedTo(ChronoUnit.MILLIS);
    data = Map.copyOf(data);
  }
}
