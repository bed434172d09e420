package fr.duret.permanence;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.outreach.Reminders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Plans the reminders of coming visits that no dialogue has booked (imported ones, those of the
/// demonstration): at start and every night. Done again, it changes nothing.
final class RemindersSweep {

  static final String KIND = "reminders-sweep";

  /// A reminder leaves two days before its visit, or on the working day before that; no run of
  /// holidays and Sundays is so long that a visit beyond these days would be reminded before the
  /// next night.
  private static final int DAYS_AHEAD = 10;

  private static final int PAGE = 500;

  private final Agenda agenda;
  private final Booking booking;
  private final Reminders reminders;
  private final InstantSource clock;
  private final ZoneId zone;

  RemindersSweep(
      Agenda agenda, Booking booking, Reminders reminders, InstantSource clock, ZoneId zone) {
    this.agenda = agenda;
    this.booking = booking;
    this.reminders = reminders;
    this.clock = clock;
    this.zone = zone;
  }

  /// Has it done soon, by the agenda: a start must not wait for it.
  void start() {
    agenda.plan(new Timer(KIND, clock.instant(), KIND, Map.of()));
  }

  /// Does it.
  void run() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate last = today.plusDays(DAYS_AHEAD);
    List<Visit> page = booking.visits(today, last, PAGE);
    while (!page.isEmpty()) {
      page.forEach(reminders::ensure);
      page = booking.visits(today, last, page.getLast().order(), PAGE);
    }
  }
}
