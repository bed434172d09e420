package fr.duret.permanence.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class AgendaTest {

  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant THURSDAY = Instant.parse("2026-11-26T09:00:00Z");

  private final Store store;
  private final ManualClock clock = new ManualClock();
  private final AtomicLong nanos = new AtomicLong();
  private final Queue<String> fired = new ConcurrentLinkedQueue<>();
  private final Queue<String> stuck = new ConcurrentLinkedQueue<>();
  private final List<Agenda> running = new ArrayList<>();
  private final Agenda agenda;

  AgendaTest(Store store) {
    this.store = store;
    agenda = agenda("a", true);
  }

  @AfterEach
  void stop() {
    running.forEach(Agenda::close);
  }

  @Test
  void aTimerFiresWhenItsTimeHasComeAndNotBefore() {
    agenda.on("note", timer -> fired.add(timer.data().get("what") + " at " + clock.instant()));
    agenda.plan(new Timer("t", TUESDAY, "note", Map.of("what", "ring")));
    agenda.start();
    Eventually.until(agenda::idle);
    assertThat(fired).isEmpty();
    assertThat(agenda.nextDue()).contains(TUESDAY);

    goTo(TUESDAY);

    assertThat(fired).containsExactly("ring at " + TUESDAY);
    assertThat(agenda.nextDue()).isEmpty();
  }

  @Test
  void plannedTwiceIsPlannedOnceEvenAfterItHasFired() {
    agenda.on("note", timer -> fired.add(timer.key()));
    agenda.start();
    agenda.plan(timer("t", TUESDAY));
    agenda.plan(timer("t", TUESDAY));
    goTo(TUESDAY);

    agenda.plan(timer("t", TUESDAY));
    goTo(THURSDAY);

    assertThat(fired).containsExactly("t");
  }

  @Test
  void plannedForAnotherTimeItIsMovedOrArmedAnew() {
    agenda.on("note", timer -> fired.add(timer.key() + " " + clock.instant()));
    agenda.start();
    agenda.plan(timer("t", TUESDAY));
    agenda.plan(timer("t", THURSDAY));
    goTo(TUESDAY);
    assertThat(fired).isEmpty();
    goTo(THURSDAY);
    assertThat(fired).containsExactly("t " + THURSDAY);

    Instant later = THURSDAY.plusSeconds(60);
    agenda.plan(timer("t", later));
    goTo(later);
    assertThat(fired).containsExactly("t " + THURSDAY, "t " + later);
  }

  @Test
  void whatIsCancelledDoesNotFireUnlessItIsPlannedAgain() {
    agenda.on("note", timer -> fired.add(timer.key()));
    agenda.start();
    agenda.plan(timer("gone", TUESDAY));
    agenda.plan(timer("back", TUESDAY));
    agenda.cancel("gone");
    agenda.cancel("back");
    agenda.cancel("nobody knows");
    agenda.plan(timer("back", TUESDAY));
    assertThat(agenda.planned("gone")).isEmpty();
    assertThat(agenda.planned("back")).contains(timer("back", TUESDAY));

    goTo(TUESDAY);

    assertThat(fired).containsExactly("back");
  }

  @Test
  void aTimerMayRepeatItself() {
    agenda.on(
        "hourly",
        timer -> {
          fired.add(timer.due().toString());
          agenda.plan(
              new Timer(timer.key(), timer.due().plusSeconds(3600), "hourly", timer.data()));
        });
    agenda.plan(new Timer("t", TUESDAY, "hourly", Map.of()));
    agenda.start();

    stepTo(TUESDAY.plusSeconds(3 * 3600));

    assertThat(fired)
        .containsExactly(
            "2026-11-24T09:00:00Z",
            "2026-11-24T10:00:00Z",
            "2026-11-24T11:00:00Z",
            "2026-11-24T12:00:00Z");
  }

  @Test
  void steppingTheClockLetsEachTimerFireAtItsOwnTime() {
    agenda.on("note", timer -> fired.add(timer.key() + " " + clock.instant()));
    agenda.plan(timer("second", THURSDAY));
    agenda.plan(timer("first", TUESDAY));
    agenda.start();

    stepTo(THURSDAY.plusSeconds(3600));

    assertThat(fired).containsExactly("first " + TUESDAY, "second " + THURSDAY);
  }

  @Test
  void whatFailsIsTriedAgainAndAtLastSetAside() {
    agenda.on(
        "note",
        timer -> {
          fired.add("tried");
          throw new IllegalStateException("no");
        });
    agenda.plan(timer("t", TUESDAY));
    agenda.start();

    stepTo(THURSDAY);

    assertThat(fired).hasSize(3);
    assertThat(stuck).containsExactly("t IllegalStateException");
    assertThat(agenda.nextDue()).isEmpty();
  }

  @Test
  void aKindThatNobodyDoesIsSetAsideToo() {
    agenda.plan(new Timer("t", TUESDAY, "of an older version", Map.of()));
    agenda.start();
    stepTo(THURSDAY);
    assertThat(stuck).containsExactly("t IllegalStateException");
  }

  @Test
  void thousandsDueAtOnceFireAFewAtATime() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore gate = new Semaphore(0);
    agenda.on(
        "note",
        timer -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          gate.acquireUninterruptibly();
          fired.add(timer.key());
          atOnce.decrementAndGet();
        });
    for (int i = 0; i < 300; i++) {
      agenda.plan(timer("t" + i, TUESDAY));
    }
    clock.set(TUESDAY);
    agenda.start();
    Eventually.until(() -> atOnce.get() == 16);
    assertThat(agenda.idle()).isFalse();
    gate.release(300);
    Eventually.until(agenda::idle);

    assertThat(fired).hasSize(300).doesNotHaveDuplicates();
    assertThat(most).hasValue(16);
  }

  @Test
  void whatADeadNodeHadClaimedIsFiredByAnother() {
    Agenda dying = agenda("dying", false);
    Semaphore firing = new Semaphore(0);
    Semaphore never = new Semaphore(0);
    dying.on(
        "note",
        timer -> {
          firing.release();
          never.acquireUninterruptibly();
        });
    dying.plan(timer("t", TUESDAY));
    clock.set(TUESDAY);
    dying.start();
    firing.acquireUninterruptibly();

    Nodes observer = new Nodes(store, "observer", nanos::get, LEASE, false);
    observer.tick();
    nanos.addAndGet(LEASE.multipliedBy(2).toNanos());
    observer.tick();
    Agenda next = agenda(observer);
    next.on("note", timer -> fired.add(timer.key()));
    next.start();
    Eventually.until(() -> fired.contains("t"));
    Eventually.until(next::idle);
    never.release();

    assertThat(fired).containsExactly("t");
  }

  @Test
  void twoNodesFireEachTimerOnce() {
    Agenda other = agenda("b", false);
    List.of(agenda, other).forEach(each -> each.on("note", timer -> fired.add(timer.key())));
    for (int i = 0; i < 200; i++) {
      (i % 2 == 0 ? agenda : other).plan(timer("t" + i, TUESDAY));
    }
    clock.set(TUESDAY);
    agenda.start();
    other.start();

    Eventually.until(() -> agenda.idle() && other.idle());

    assertThat(fired).hasSize(200).doesNotHaveDuplicates();
  }

  private Timer timer(String key, Instant due) {
    return new Timer(key, due, "note", Map.of());
  }

  private void goTo(Instant time) {
    clock.set(time);
    agenda.wake();
    Eventually.until(agenda::idle);
  }

  private void stepTo(Instant time) {
    Optional<Instant> next = agenda.nextDue().filter(due -> !due.isAfter(time));
    while (next.isPresent()) {
      goTo(next.get());
      next = agenda.nextDue().filter(due -> !due.isAfter(time));
    }
    goTo(time);
  }

  private Agenda agenda(String name, boolean alone) {
    return agenda(new Nodes(store, name, nanos::get, LEASE, alone));
  }

  private Agenda agenda(Nodes nodes) {
    Agenda made =
        new Agenda(
            store,
            nodes,
            clock,
            (timer, reason) -> stuck.add(timer.key() + " " + reason),
            new Agenda.Settings(16, 3, Duration.ofMinutes(1)));
    running.add(made);
    return made;
  }
}
