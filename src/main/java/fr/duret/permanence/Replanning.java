package fr.duret.permanence;

import fr.duret.permanence.booking.Reoptimiser;
import fr.duret.permanence.journal.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// The re-optimisation of changed days, seen as work that the clock must wait for.
///
/// @param reoptimiser what improves the days
/// @param turns whether turns are under way, to which it gives way
/// @param nanos the machine's clock
record Replanning(Reoptimiser reoptimiser, BooleanSupplier turns, LongSupplier nanos)
    implements Work {

  @Override
  public void start() {
    reoptimiser.start(turns, nanos);
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
