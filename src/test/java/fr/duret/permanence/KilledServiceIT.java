package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.channel.sms.FakeTwilio.Fault;
import fr.duret.permanence.journal.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// `permanence serve` as its operator runs it, killed again and again in the middle of its work,
/// while the provider errs, loses answers and reports late, twice and out of order. The number of
/// rounds is the system property `permanence.kills`.
class KilledServiceIT {

  private static final int ROUNDS = Integer.getInteger("permanence.kills", 20);
  private static final int CLIENTS = 5;

  /// What goes wrong at the provider in a round, in this order.
  private static final List<Fault> FAULTS =
      List.of(
          new Fault.LeftButError(500),
          new Fault.Refused(429, 20429),
          new Fault.LeftButCut(),
          new Fault.Cut(),
          new Fault.Refused(503, 0));

  /// A message that is in doubt is asked about after a minute.
  private static final Duration SETTLED = Duration.ofMinutes(3);

  /// Longer than any hold.
  private static final Duration LAPSED = Duration.ofHours(1);

  private final Random random = new Random(20_261_121);
  private final FastClocks time = new FastClocks();

  @Test
  void whatWasAcknowledgedIsDealtWithOnceHoweverOftenTheServiceIsKilled(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    try (FakeTwilio twilio = FakeTwilio.start(time::now)) {
      // Else what an acknowledgement came too early for would be fetched at the next start.
      twilio.hideReceived();
      Installation installation = Installation.in(folder, twilio, "0s");
      Correspondence correspondence = new Correspondence(installation);
      for (int round = 0; round < ROUNDS; round++) {
        killAmidTraffic(installation, correspondence, round);
      }
      assertThat(correspondence.acknowledged()).isGreaterThan(ROUNDS);
      twilio.up();
      try (Application last = installation.start(time.clocks())) {
        correspondence.book("+33639980999", last::port);
        time.pass(SETTLED, last.core());
        Correspondence.finishes(last.core());
        correspondence.everythingWasDoneOnce(last.core());
        Correspondence.noWindowIsPromisedTwice(last.core(), time.now());
        time.pass(LAPSED, last.core());
        Correspondence.finishes(last.core());
        correspondence.everythingWasDoneOnce(last.core());
        Correspondence.noHoldIsLeaked(last.core(), time.now());
      }
    }
  }

  /// Starts the service, lets some clients write, and kills it after a random amount of work.
  private void killAmidTraffic(
      Installation installation, Correspondence correspondence, int round) {
    try (ServedChild service = ServedChild.start(installation, time)) {
      installation.twilio().failNext(FAULTS.get(round % FAULTS.size()), faultOf(round));
      int until = correspondence.work() + 1 + random.nextInt(2 * CLIENTS * Correspondence.lines());
      AtomicInteger writing = new AtomicInteger(CLIENTS);
      List<Thread> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(client ->
                  Thread.startVirtualThread(() -> {
                    String number = "+336399%05d".formatted(81000 + round * 10 + client);
                    correspondence.converse(number, service::port);
                    writing.decrementAndGet();
                  }))
              .toList();
      Eventually.until(() -> {
        correspondence.report(service.port());
        return correspondence.work() >= until || writing.get() == 0;
      });
      service.kill();
      clients.forEach(KilledServiceIT::join);
    }
  }

  /// Rarely an answer that never comes: it holds its receiver up for as long as we wait for it.
  private static Fault faultOf(int round) {
    return round % 7 == 3 ? new Fault.LeftButSilent() : FAULTS.get((round + 2) % FAULTS.size());
  }

  private static void join(Thread client) {
    try {
      if (!client.join(Duration.ofSeconds(30))) {
        fail("a client still waits for a service that is dead");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
