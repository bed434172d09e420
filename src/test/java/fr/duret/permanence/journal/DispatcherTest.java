package fr.duret.permanence.journal;

import static fr.duret.permanence.journal.JournalTest.DUPONT;
import static fr.duret.permanence.journal.JournalTest.MARTIN;
import static fr.duret.permanence.journal.JournalTest.message;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class DispatcherTest {

  private static final Duration LEASE = Duration.ofSeconds(20);

  private final Store store;
  private final ManualClock clock = new ManualClock();
  private final AtomicLong nanos = new AtomicLong();
  private final Queue<String> handled = new ConcurrentLinkedQueue<>();
  private final Queue<String> setAside = new ConcurrentLinkedQueue<>();
  private final List<Dispatcher> running = new ArrayList<>();

  DispatcherTest(Store store) {
    this.store = store;
  }

  @AfterEach
  void stop() {
    running.forEach(Dispatcher::close);
  }

  @Test
  void oneAddressIsServedOneAtATimeAndAnotherOneMeanwhile() {
    Member process = new Member("a", true);
    Semaphore dupont = new Semaphore(0);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    process.start(address -> {
      if (address.equals(DUPONT)) {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        dupont.acquireUninterruptibly();
        atOnce.decrementAndGet();
      }
      process.handleAll(address);
    });

    process.journal.receive(message("d1", DUPONT, clock.instant()));
    process.journal.receive(message("d2", DUPONT, clock.instant()));
    process.journal.receive(message("m1", MARTIN, clock.instant()));
    Eventually.until(() -> handled.contains("m1"));
    assertThat(handled).containsExactly("m1");

    dupont.release(100);
    Eventually.until(process::idle);
    assertThat(handled).containsExactly("m1", "d1", "d2");
    assertThat(most).hasValue(1);
  }

  @Test
  void whatFailsIsTriedAgainAfterAPauseThatGrows() {
    Member process = new Member("a", true);
    AtomicInteger attempts = new AtomicInteger();
    process.start(address -> {
      if (attempts.incrementAndGet() < 3) {
        throw new IllegalStateException("not yet");
      }
      process.handleAll(address);
    });

    process.journal.receive(message("m1", DUPONT, clock.instant()));
    Eventually.until(process::idle);
    assertThat(attempts).hasValue(1);
    assertThat(process.dispatcher().nextDue()).contains(ManualClock.START.plusSeconds(2));

    clock.pass(Duration.ofSeconds(2));
    process.dispatcher().wake();
    Eventually.until(process::idle);
    assertThat(process.dispatcher().nextDue()).contains(ManualClock.START.plusSeconds(6));

    clock.pass(Duration.ofSeconds(4));
    process.dispatcher().wake();
    Eventually.until(() -> handled.contains("m1"));
    Eventually.until(process::idle);
    assertThat(process.dispatcher().nextDue()).isEmpty();
  }

  @Test
  void onePoisonousMessageIsSetAsideAndTheOthersOfItsAddressAreHandled() {
    Member process = new Member("a", true);
    process.start(address -> {
      List<Entry> turn = process.journal.waiting(address);
      if (turn.stream().anyMatch(entry -> entry.id().equals("poison"))) {
        throw new IllegalArgumentException("I choke on it");
      }
      process.handleAll(address);
    });
    process.dispatcher().close();
    process.journal.receive(message("before", DUPONT, clock.instant()));
    process.journal.receive(message("poison", DUPONT, clock.instant()));
    process.journal.receive(message("after", DUPONT, clock.instant()));

    Member next = new Member("b", true);
    next.start(process.handler());
    for (int i = 0; i < 12; i++) {
      Eventually.until(next::idle);
      clock.pass(Duration.ofMinutes(1));
      next.dispatcher().wake();
    }

    Eventually.until(() -> handled.contains("after"));
    assertThat(handled).containsExactlyInAnyOrder("before", "after");
    assertThat(setAside).containsExactly("poison IllegalArgumentException");
    Entry poison = next.journal.find(List.of("poison")).getFirst();
    assertThat(poison.state()).isEqualTo(Entry.State.FAILED);
  }

  @Test
  void whatAProcessLeftUnfinishedAnotherOneTakesOverOnceItIsKnownDead() {
    Member dead = new Member("dead", false);
    dead.journal.receive(message("m1", DUPONT, clock.instant()));
    Member next = new Member("next", false);
    next.nodes.tick();
    next.start(next::handleAll);
    next.dispatcher().sweep();
    assertThat(handled).isEmpty();
    assertThat(next.idle()).isFalse();

    nanos.addAndGet(LEASE.multipliedBy(2).toNanos());
    next.nodes.tick();
    next.dispatcher().wake();

    Eventually.until(() -> handled.contains("m1"));
    Eventually.until(next::idle);
  }

  @Test
  void aProcessThatCannotBeatBeginsNothing() {
    Member process = new Member("a", false);
    process.start(process::handleAll);
    nanos.addAndGet(LEASE.toNanos());

    process.journal.receive(message("m1", DUPONT, clock.instant()));
    process.dispatcher().sweep();
    process.dispatcher().close();
    assertThat(handled).isEmpty();

    Member next = new Member("b", true);
    next.start(next::handleAll);
    Eventually.until(() -> handled.contains("m1"));
  }

  @Test
  void aCleanStopHandsBackWhatHasNotBegun() {
    Member process = new Member("a", false);
    Semaphore working = new Semaphore(0);
    Semaphore finish = new Semaphore(0);
    process.start(address -> {
      working.release();
      finish.acquireUninterruptibly();
      process.handleAll(address);
    });
    process.journal.receive(message("m1", DUPONT, clock.instant()));
    working.acquireUninterruptibly();
    Thread stopping = Thread.ofVirtual().start(process.dispatcher()::close);
    Eventually.until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    process.journal.receive(message("m2", MARTIN, clock.instant()));
    finish.release(100);
    Eventually.until(() -> !stopping.isAlive());
    process.nodes.close();
    assertThat(handled).containsExactly("m1");

    Member next = new Member("b", false);
    next.start(next::handleAll);
    Eventually.until(() -> handled.contains("m2"));
  }

  @Test
  void twoNodesShareTheWorkAndEveryMessageHasItsEffectOnce() {
    Member a = new Member("a", false);
    Member b = new Member("b", false);
    a.start(a::handleAll);
    b.start(b::handleAll);
    List<Address> addresses =
        IntStream.range(0, 10).mapToObj(i -> Address.mailbox("c" + i + "@example.fr")).toList();
    for (int i = 0; i < 200; i++) {
      Member receiver = i % 2 == 0 ? a : b;
      receiver.journal.receive(message("m" + i, addresses.get(i % 7), clock.instant()));
    }

    Eventually.until(() -> a.idle() && b.idle());

    assertThat(handled).hasSize(200).doesNotHaveDuplicates();
  }

  /// One process; its handler acts like the conversation: an effect under a unique key, then the
  /// mark.
  private final class Member {
    private final Nodes nodes;
    private final Journal journal;
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();

    Member(String name, boolean alone) {
      nodes = new Nodes(store, name, nanos::get, LEASE, alone);
      journal = new Journal(store, nodes);
    }

    void start(Handler handler) {
      Dispatcher dispatcher =
          new Dispatcher(
              journal,
              nodes,
              clock,
              handler,
              (entry, reason) -> setAside.add(entry.id() + " " + reason),
              new Dispatcher.Settings(8, 4, Duration.ofSeconds(2)));
      handlers.add(handler);
      dispatchers.add(dispatcher);
      running.add(dispatcher);
      dispatcher.start();
    }

    Dispatcher dispatcher() {
      return dispatchers.getFirst();
    }

    Handler handler() {
      return handlers.getFirst();
    }

    boolean idle() {
      return dispatcher().idle();
    }

    void handleAll(Address address) {
      for (Entry entry : journal.waiting(address)) {
        Effects.once(store, entry.id(), () -> handled.add(entry.id()));
        journal.handled(List.of(entry.id()), "done");
      }
    }
  }
}
