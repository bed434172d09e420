package fr.duret.permanence.store;

import com.mongodb.connection.ClusterDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What the driver last learnt of a real server or replica set. Its monitors ask every server every
/// ten seconds, and oftener while one does not answer.
final class Reachability implements ClusterListener, ServerMonitorListener {

  private final Duration patience;
  private final LongSupplier nanos;
  private final Runnable onGone;
  private volatile @Nullable ClusterDescription last;
  private volatile long writableAt;

  /// @param patience how long nothing may be writable
  /// @param nanos the machine's monotonic clock
  /// @param onGone called when that was longer, perhaps more than once
  Reachability(Duration patience, LongSupplier nanos, Runnable onGone) {
    this.patience = patience;
    this.nanos = nanos;
    this.onGone = onGone;
    this.writableAt = nanos.getAsLong();
  }

  boolean writable() {
    ClusterDescription known = last;
    return known != null && known.hasWritableServer();
  }

  @Override
  public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
    if (writable()) {
      writableAt = nanos.getAsLong();
    }
    last = event.getNewDescription();
    look();
  }

  @Override
  public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent event) {
    look();
  }

  @Override
  public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
    look();
  }

  private void look() {
    long now = nanos.getAsLong();
    if (writable()) {
      writableAt = now;
    } else if (now - writableAt > patience.toNanos()) {
      onGone.run();
    }
  }
}
