package fr.duret.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ConnectionId;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.connection.ServerType;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  private static final ServerAddress ADDRESS = new ServerAddress();

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger gone = new AtomicInteger();
  private final Reachability reachability =
      new Reachability(Duration.ofMinutes(2), nanos::get, gone::incrementAndGet);

  @Test
  void anElectionIsWaitedForAndALongAbsenceIsNot() {
    becomes(ServerType.REPLICA_SET_PRIMARY);
    pass(Duration.ofHours(1));
    becomes(ServerType.REPLICA_SET_SECONDARY);
    assertThat(reachability.writable()).isFalse();
    pass(Duration.ofSeconds(119));
    noAnswer();
    assertThat(gone).hasValue(0);

    becomes(ServerType.REPLICA_SET_PRIMARY);
    assertThat(reachability.writable()).isTrue();
    becomes(ServerType.REPLICA_SET_SECONDARY);
    pass(Duration.ofSeconds(121));
    noAnswer();
    assertThat(gone).hasPositiveValue();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void noAnswer() {
    reachability.serverHeartbeatFailed(
        new ServerHeartbeatFailedEvent(
            new ConnectionId(new ServerId(new ClusterId(), ADDRESS)),
            0,
            false,
            new IllegalStateException("no answer")));
  }

  private void becomes(ServerType type) {
    ServerDescription server =
        ServerDescription.builder()
            .address(ADDRESS)
            .type(type)
            .ok(true)
            .state(ServerConnectionState.CONNECTED)
            .build();
    ClusterDescription cluster =
        new ClusterDescription(
            ClusterConnectionMode.MULTIPLE, ClusterType.REPLICA_SET, List.of(server));
    reachability.clusterDescriptionChanged(
        new ClusterDescriptionChangedEvent(new ClusterId(), cluster, cluster));
  }
}
