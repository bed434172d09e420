package fr.duret.permanence.agenda;

import java.time.Instant;
import java.util.Map;

/// Something to be done later.
///
/// @param key what it is about: `visit/V-123/reminder-d2`; at most one timer has it
/// @param due when, in business time; kept to the millisecond
/// @param kind which [TimerHandler] does it
/// @param data what the handler needs to know; nothing private
public record Timer(String key, Instant due, String kind, Map<String, String> data) {

  /// Keeps a copy of the data.
  public Timer {
    data = Map.copyOf(data);
  }
}
