package fr.duret.permanence;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What the service does by itself every night: one durable timer, so that of several nodes one
/// does it, a night missed is made up for once, and a moved clock brings every night it passes.
final class Nightly {

  static final String KIND = "nightly";

  private static final String KEY = "nightly";

  /// After the hour that summer time takes away or gives twice.
  private static final LocalTime HOUR = LocalTime.of(3, 30);

  private final Agenda agenda;
  private final InstantSource clock;
  private final ZoneId zone;
  private final List<Runnable> tasks;

  /// @param tasks done one after the other; each bears being done again
  Nightly(Agenda agenda, InstantSource clock, ZoneId zone, List<Runnable> tasks) {
    this.agenda = agenda;
    this.clock = clock;
    this.zone = zone;
    this.tasks = List.copyOf(tasks);
  }

  /// Plans the next night, unless one is planned already, be it overdue.
  void start() {
    if (agenda.planned(KEY).isEmpty()) {
      plan();
    }
  }

  /// Does what is to be done, and plans the next night.
  void fire(Timer timer) {
    tasks.forEach(Runnable::run);
    plan();
  }

  private void plan() {
    agenda.plan(new Timer(KEY, next(clock.instant()), KIND, Map.of()));
  }

  private Instant next(Instant now) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    LocalDateTime today = local.toLocalDate().atTime(HOUR);
    return (local.isBefore(today) ? today : today.plusDays(1)).atZone(zone).toInstant();
  }
}
