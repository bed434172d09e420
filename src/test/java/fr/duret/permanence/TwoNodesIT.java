package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.store.ChildJvm;
import fr.duret.permanence.store.StoreHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two whole nodes on one store, with the webhooks of each client spread over both; one is killed
/// amid the traffic, and the other goes on with what it had begun.
class TwoNodesIT {

  private static final int CLIENTS = 8;

  /// How much of the work is done when the node dies: about a third.
  private static final int KILLED_AFTER = 25;

  /// Longer than the dead node's lease, and than a message is in doubt.
  private static final Duration TAKEN_OVER = Duration.ofMinutes(5);

  /// Longer than any hold.
  private static final Duration LAPSED = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FastClocks time = new FastClocks();

  @Test
  void theOtherNodeFinishesOnceWhatTheKilledOneHadBegun(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    try (ChildJvm store = ChildJvm.start(StoreHost.class, folder.resolve("data").toString());
        FakeTwilio twilio = FakeTwilio.start(time::now)) {
      Installation installation = Installation.on(store.line(), folder, twilio, "0s");
      Correspondence correspondence = new Correspondence(installation);
      try (Application survivor = installation.start(time.clocks())) {
        talkToBoth(installation, correspondence, survivor.port());
        correspondence.report(survivor.port());
        time.pass(TAKEN_OVER, survivor.core());
        Correspondence.finishes(survivor.core());
        assertThat(correspondence.acknowledged()).isEqualTo(CLIENTS * Correspondence.lines());
        correspondence.book("+33639982999", survivor::port);
        Correspondence.finishes(survivor.core());
        correspondence.everythingWasDoneOnce(survivor.core());
        Correspondence.noWindowIsPromisedTwice(survivor.core(), time.now());
        time.pass(LAPSED, survivor.core());
        Correspondence.finishes(survivor.core());
        correspondence.everythingWasDoneOnce(survivor.core());
        Correspondence.noHoldIsLeaked(survivor.core(), time.now());
      }
    }
  }

  /// Where a webhook meets a dead node Twilio posts it to the other one, its fallback.
  private void talkToBoth(Installation installation, Correspondence correspondence, int survivor) {
    AtomicInteger writing = new AtomicInteger(CLIENTS);
    try (ServedChild doomed = ServedChild.start(installation, time)) {
      IntStream.range(0, CLIENTS)
          .forEach(client ->
              Thread.startVirtualThread(() -> {
                String number = "+336399%05d".formatted(82000 + client);
                List<Integer> ports = List.of(doomed.port(), survivor);
                AtomicInteger turn = new AtomicInteger(client);
                correspondence.converse(number, () -> ports.get(turn.getAndIncrement() % 2));
                writing.decrementAndGet();
              }));
      Eventually.until(PATIENCE, () -> correspondence.work() >= KILLED_AFTER);
      doomed.kill();
      Eventually.until(PATIENCE, () -> writing.get() == 0);
    }
  }
}
