package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import fr.duret.permanence.store.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `permanence serve` as its operator runs it, killed again and again in the middle of its work.
/// The number of rounds is the system property `permanence.kills`.
class KilledServiceIT {

  private static final int ROUNDS = Integer.getInteger("permanence.kills", 20);
  private static final int CLIENTS = 5;
  private static final Pattern READY = Pattern.compile("ready on port (\\d+)");

  /// What each client writes in a round, one after the other.
  private static final List<String> SCRIPT =
      List.of(
          "Bonjour, je voudrais un rdv pour l'entretien de mon installation",
          "Mme Martin, 12 rue des Lilas à Annecy",
          "plutôt mardi matin",
          "1",
          "c'est quand mon rdv ?");

  /// A message that is in doubt is asked about after a minute.
  private static final Duration SETTLED = Duration.ofMinutes(3);

  private final Random random = new Random(20_261_121);
  private final Queue<Text> written = new ConcurrentLinkedQueue<>();
  private final Queue<Text> acknowledged = new ConcurrentLinkedQueue<>();

  /// The program with its own logging, which says where it listens, instead of the tests'.
  static final class Serve {

    private Serve() {}

    public static void main(String[] arguments) {
      System.setProperty("logback.configurationFile", "logback.xml");
      Main.main(arguments);
    }
  }

  @Test
  void whatWasAcknowledgedIsDealtWithOnceHoweverOftenTheServiceIsKilled(@TempDir Path folder)
      throws IOException {
    try (FakeTwilio twilio = FakeTwilio.start(InstantSource.system())) {
      Installation installation = Installation.in(folder, twilio, "0s");
      for (int round = 0; round < ROUNDS; round++) {
        killAmidTraffic(installation, round);
      }
      assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
      try (Application last = Application.production(installation.settings())) {
        finishes(last.core());
        everyAcknowledgedMessageHasAnOutcome(last.core());
        nothingIsOwed(last.core().base().outbox());
        everyMessageReachedItsReceiverOnce(last.core().base().outbox(), twilio);
      }
    }
  }

  /// Starts the service, lets some clients write, and kills it after a random amount of work.
  private void killAmidTraffic(Installation installation, int round) {
    String config = installation.config().toString();
    try (ChildJvm service = ChildJvm.start(Serve.class, "serve", "--config", config)) {
      int port = port(service);
      int until = work(installation) + 1 + random.nextInt(2 * CLIENTS * SCRIPT.size());
      AtomicInteger writing = new AtomicInteger(CLIENTS);
      List<Thread> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(client ->
                  Thread.startVirtualThread(() -> {
                    converse(
                        installation, port, "+336399%05d".formatted(81000 + round * 10 + client));
                    writing.decrementAndGet();
                  }))
              .toList();
      Eventually.until(() -> work(installation) >= until || writing.get() == 0);
      service.kill();
      clients.forEach(KilledServiceIT::join);
    }
  }

  /// What has been done so far, seen from outside: webhooks acknowledged and messages posted.
  private int work(Installation installation) {
    return acknowledged.size() + installation.twilio().posts();
  }

  private void converse(Installation installation, int port, String number) {
    for (String words : SCRIPT) {
      Text text = installation.twilio().write(number, Installation.OURS, words, 0);
      written.add(text);
      try {
        assertThat(installation.deliver(text, port).statusCode()).isEqualTo(200);
        acknowledged.add(text);
      } catch (UncheckedIOException killed) {
        return;
      }
    }
  }

  /// Reads what the service prints until its end, because a full pipe would stop it.
  private static int port(ChildJvm service) {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          Matcher ready = READY.matcher(service.line());
          if (ready.find()) {
            port.complete(Integer.parseInt(ready.group(1)));
          }
        }
      } catch (IllegalStateException | UncheckedIOException ended) {
        port.completeExceptionally(ended);
      }
    });
    return port.orTimeout(60, TimeUnit.SECONDS).join();
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

  private static void finishes(Core core) {
    Eventually.until(
        SETTLED,
        () ->
            core.works().values().stream().allMatch(Work::idle)
                && unfinished(core.base().outbox()).isEmpty());
  }

  private void everyAcknowledgedMessageHasAnOutcome(Core core) {
    List<String> ids = acknowledged.stream().map(Installation::entry).toList();
    List<Entry> entries = core.base().journal().find(ids);
    assertThat(entries).hasSameSizeAs(ids);
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.state()).isEqualTo(Entry.State.HANDLED);
          assertThat(entry.outcome()).isPresent();
        });
  }

  private static void nothingIsOwed(Outbox outbox) {
    assertThat(unfinished(outbox)).isEmpty();
    assertThat(all(outbox, Optional.of(State.FAILED))).isEmpty();
  }

  /// The provider counts by our id, which comes with each message, and by text and receiver.
  private void everyMessageReachedItsReceiverOnce(Outbox outbox, FakeTwilio twilio) {
    List<Text> received =
        written.stream()
            .map(Text::from)
            .distinct()
            .flatMap(number -> twilio.receivedBy(number).stream())
            .toList();
    assertThat(received).isNotEmpty();
    assertThat(received).extracting(Text::callback).doesNotHaveDuplicates();
    assertThat(received)
        .extracting(text -> text.to() + " " + text.body())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            all(outbox, Optional.of(State.SENT)).stream()
                .map(Owed::message)
                .map(message -> message.to().value() + " " + message.text())
                .toList());
  }

  private static List<Owed> unfinished(Outbox outbox) {
    return Stream.of(State.OWED, State.SENDING, State.UNKNOWN)
        .flatMap(state -> all(outbox, Optional.of(state)).stream())
        .toList();
  }

  private static List<Owed> all(Outbox outbox, Optional<State> state) {
    List<Owed> all = new ArrayList<>();
    List<Owed> page = outbox.list(state, Optional.empty(), 1000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = outbox.list(state, Optional.of(page.getLast().order()), 1000);
    }
    return all;
  }
}
