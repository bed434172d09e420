package fr.duret.permanence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The two clocks of a process, and how long it may be silent before the others do its work.
///
/// @param business what time it is for clients: timers, holds, « demain »
/// @param nanos the machine's monotonic clock: leases, latencies
/// @param lease a node that has not shown itself for so long loses its work to the others. A
///   message leaves only if its attempt surely ends within the lease: with a beat every quarter of
///   it, three quarters must be longer than any transport takes (Twilio: 12 s)
record Clocks(InstantSource business, LongSupplier nanos, Duration lease) {

  private static final Duration LEASE = Duration.ofSeconds(20);

  /// The machine's own clock and the usual lease, with that business clock.
  static Clocks of(InstantSource business) {
    return new Clocks(business, System::nanoTime, LEASE);
  }
}
