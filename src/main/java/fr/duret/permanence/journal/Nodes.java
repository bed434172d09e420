package fr.duret.permanence.journal;

import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Who is alive among the processes that share the store.
///
/// Every process has a name used once and a document whose beat it changes; the others judge it by
/// their own monotonic clock. A process that has not beaten for a lease is *deposed* by a
/// compare-and-set, after which it can never beat again; only then is its work taken over. A
/// process that could not beat in time stops working by itself before that ([#working()]).
public final class Nodes implements AutoCloseable {

  /// Enters this process.
  ///
  /// @param self a name never used before: host and something random
  /// @param nanos the machine's monotonic clock
  /// @param lease how long a beat is good for
  /// @param alone whether no other process can be at work: all that came before are deposed at once
  public Nodes(Store store, String self, LongSupplier nanos, Duration lease, boolean alone) {
    throw new UnsupportedOperationException();
  }

  /// This process's name.
  public String self() {
    throw new UnsupportedOperationException();
  }

  /// Whether this process may begin work: its last beat is young enough.
  public boolean working() {
    throw new UnsupportedOperationException();
  }

  /// Whether something that takes so long can be begun and ended within what is left of the lease.
  public boolean allows(Duration time) {
    throw new UnsupportedOperationException();
  }

  /// Whether that process has ended or was deposed, so that its work may be taken over.
  public boolean gone(String node) {
    throw new UnsupportedOperationException();
  }

  /// Leaves: nobody needs to wait for the lease to take over.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
