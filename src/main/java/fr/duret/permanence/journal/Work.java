package fr.duret.permanence.journal;

import java.time.Instant;
import java.util.Optional;

/// Something that works by itself in the background until it is closed: the dispatcher, the agenda,
/// the outbox. It is what one needs to start it, to stop it, and to move the business clock.
///
/// To advance the clock, step from the earliest [#nextDue()] of all to the next, [#wake()] all and
/// wait until all are [#idle()]: everything then happens at its own time.
public interface Work extends AutoCloseable {

  /// Begins, going on with whatever an earlier process left unfinished. Called once.
  void start();

  /// Says that the business clock was moved or that something came: it looks at once.
  void wake();

  /// Whether nothing is left to do, on any node, at the clock's present time.
  boolean idle();

  /// The earliest business time at which there is something to do; may be in the past.
  Optional<Instant> nextDue();

  /// Begins nothing new, waits for what runs, leaves the rest to whoever comes next.
  @Override
  void close();
}
