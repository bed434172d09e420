package fr.duret.permanence;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets what nothing needs any more, a bounded part of it each night, so that the store does not
/// grow with the company's age. How long what is kept: `docs/operating.md`.
///
/// @param most documents of one kind forgotten in one night; what is left waits for the next
record Purges(
    Booking booking,
    Agenda agenda,
    Journal journal,
    Outbox outbox,
    InstantSource clock,
    Retention retention,
    int most) {

  /// More than a company of fifty technicians produces in a day.
  static final int USUAL_MOST = 5_000;

  /// How long things are kept once they are over.
  ///
  /// @param outcomes answers to commands, offers among them: a command may be repeated so long
  /// @param days the rounds of a day; its visits stay
  /// @param timers what has fired: a replayed turn must not fire it again
  /// @param contacts messages in both directions
  record Retention(Duration outcomes, Duration days, Duration timers, Duration contacts) {

    /// Two months for what only repeats need, three for rounds, and three years for contacts: as
    /// long as the CNIL lets data of former clients be kept after the last contact.
    static Retention usual() {
      return new Retention(
          Duration.ofDays(60), Duration.ofDays(90), Duration.ofDays(60), Duration.ofDays(1096));
    }
  }

  /// Forgets what is due to be forgotten.
  void run() {
    Instant now = clock.instant();
    booking.dropLapsedHolds();
    booking.forgetDays(now.minus(retention.days()), most);
    booking.forget(now.minus(retention.outcomes()), most);
    agenda.forget(now.minus(retention.timers()), most);
    journal.forget(now.minus(retention.contacts()), most);
    outbox.forget(now.minus(retention.contacts()), most);
  }
}
