package fr.duret.permanence;

import fr.duret.permanence.booking.Reoptimiser;
import fr.duret.permanence.journal.Work;
import java.time.Instant;
import java.util.Optional;

/// The re-optimisation of changed days, seen as work that the clock must wait for.
///
/// @param reoptimiser what improves the days; started and closed by whoever built it
record Replanning(Reoptimiser reoptimiser) implements Work {

  @Override
  public void start() {
    reoptimiser.start();
  }

  @Override
  public void wake() {
    // It is woken by the days that change, not by the clock.
  }

  @Override
  public boolean idle() {
    return reoptimiser.idle();
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void close() {
    reoptimiser.close();
  }
}
