package fr.duret.permanence.gate;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// When and where messages may go.
///
/// @param zone whose hours count
/// @param from before it nothing leaves that we send first by SMS or telephone
/// @param to from it on neither
/// @param reply how long after a message its answer passes hours and opt-outs
/// @param prefixes the countries that automatic messages go to, as E.164 prefixes; others cost much
///   and are a favourite of fraud
public record GateSettings(
    ZoneId zone, LocalTime from, LocalTime to, Duration reply, List<String> prefixes) {

  /// 8 h to 22 h (the law's hours for marketing by SMS), 30 minutes; France and Switzerland.
  public static GateSettings usual() {
    return new GateSettings(
        ZoneId.of("Europe/Paris"),
        LocalTime.of(8, 0),
        LocalTime.of(22, 0),
        Duration.ofMinutes(30),
        List.of("+33", "+41"));
  }

  /// The same for other countries.
  public GateSettings to(List<String> countries) {
    return new GateSettings(zone, from, to, reply, countries);
  }

  /// Keeps a copy of the prefixes.
  public GateSettings {
    prefixes = List.copyOf(prefixes);
  }
}
