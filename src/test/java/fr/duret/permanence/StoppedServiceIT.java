package fr.duret.permanence;

import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `permanence serve` as its supervisor stops it, with SIGTERM in the middle of its work.
class StoppedServiceIT {

  /// How many write at the same time.
  private static final int WRITERS = 8;

  /// Some have said everything by then, others have just begun.
  private static final int STOPPED_AFTER = 30;

  private static final int TERMINATED = 128 + 15;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final FastClocks time = new FastClocks();

  @Test
  void itFinishesOrHandsBackWhatItHoldsAndNothingIsLostOrDoneTwice(@TempDir Path folder) {
    try (FakeTwilio twilio = FakeTwilio.start(time::now)) {
      Installation installation = Installation.in(folder, twilio, "0s");
      Correspondence correspondence = new Correspondence(installation);
      stopAmidTraffic(installation, correspondence);
      nothingWasCutOff(installation);
      try (Application next = installation.start(time.clocks())) {
        Correspondence.finishes(next.core());
        correspondence.everythingWasDoneOnce(next.core());
        Correspondence.noWindowIsPromisedTwice(next.core(), time.now());
      }
    }
  }

  private void stopAmidTraffic(Installation installation, Correspondence correspondence) {
    try (ServedChild service = ServedChild.start(installation, time)) {
      correspondence.book("+33639982999", service::port);
      int before = correspondence.acknowledged();
      List<Thread> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(writer ->
                  Thread.startVirtualThread(
                      () -> oneClientAfterTheOther(writer, correspondence, service)))
              .toList();
      Eventually.until(PATIENCE, () -> correspondence.acknowledged() >= before + STOPPED_AFTER);
      assertThat(service.terminate()).isEqualTo(TERMINATED);
      Eventually.until(PATIENCE, () -> writers.stream().noneMatch(Thread::isAlive));
    }
    assertThat(correspondence.acknowledged()).isLessThan(correspondence.written());
  }

  /// The service never rests while it listens: whenever it is stopped, somebody is cut off.
  private static void oneClientAfterTheOther(
      int writer, Correspondence correspondence, ServedChild service) {
    int client = writer;
    while (correspondence.converse("+336399%05d".formatted(83000 + client), service::port)) {
      client += WRITERS;
    }
  }

  /// No sending whose end nobody knows, no turn that somebody must take over.
  private static void nothingWasCutOff(Installation installation) {
    try (Store store = Store.open(installation.settings().storeUri())) {
      assertThat(store.collection("outbox").find(in("state", "SENDING", "UNKNOWN"))).isEmpty();
      assertThat(store.collection("conversations").find())
          .isNotEmpty()
          .noneMatch(conversation -> conversation.containsKey("claim"));
    }
  }
}
