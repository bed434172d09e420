package fr.duret.permanence.outbox;

import static fr.duret.permanence.outbox.Samples.DUPONT;
import static fr.duret.permanence.outbox.Samples.MARTIN;
import static fr.duret.permanence.outbox.Samples.answer;
import static fr.duret.permanence.outbox.Samples.later;
import static fr.duret.permanence.outbox.Samples.reminder;
import static fr.duret.permanence.outbox.Samples.safety;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.History;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Gate.Verdict;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class OutboxTest {

  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

  private final Store store;
  private final ManualClock clock = new ManualClock();
  private final AtomicLong nanos = new AtomicLong();
  private final FakeProvider provider = new FakeProvider();
  private final Queue<String> undeliverable = new ConcurrentLinkedQueue<>();
  private final List<Outbox> running = new ArrayList<>();
  private final Nodes nodes;
  private final Journal journal;
  private final Outbox outbox;
  private volatile Gate gate = message -> new Verdict.Leave();
  private volatile boolean current = true;

  OutboxTest(Store store) {
    this.store = store;
    nodes = new Nodes(store, "a", nanos::get, LEASE, true);
    journal = new Journal(store, nodes);
    outbox = outbox(nodes, OutboxSettings.DEFAULT);
    outbox.start();
  }

  @AfterEach
  void stop() {
    running.forEach(Outbox::close);
  }

  @Test
  void whatMayLeaveAtOnceIsWrittenOnceBeforeItLeaves() {
    Queue<State> seen = new ConcurrentLinkedQueue<>();
    provider.behaviour =
        message -> {
          seen.add(state(message.id()));
          return provider.accept(message);
        };
    outbox.owe(answer("r1", DUPONT));
    settle();

    assertThat(seen).containsExactly(State.SENDING);
    Owed sent = outbox.find("r1").orElseThrow();
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.providerId()).contains("P-r1");
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(sent.message()).isEqualTo(answer("r1", DUPONT));
  }

  @Test
  void whatTheGateHoldsIsNotLateAndWhatEndedIsCounted() {
    gate = message -> new Verdict.Wait(clock.instant().plus(Duration.ofHours(8)));
    outbox.owe(reminder("r1", DUPONT));
    clock.pass(Duration.ofHours(1));
    assertThat(outbox.oldest(State.OWED)).isEmpty();

    clock.pass(Duration.ofHours(8));
    assertThat(outbox.oldest(State.OWED).orElse(MORNING))
        .isAfter(clock.instant().minusSeconds(3601));
    gate = message -> new Verdict.Leave();
    settle();
    gate = message -> new Verdict.Refuse("consent", false);
    outbox.owe(reminder("r2", MARTIN));
    settle();
    assertThat(outbox.oldest(State.OWED)).isEmpty();
    assertThat(outbox.figures()).isEqualTo(new Figures(1, 0, 1));
  }

  @Test
  void owedTwiceItLeavesOnce() {
    outbox.owe(answer("r1", DUPONT));
    outbox.owe(answer("r1", DUPONT));
    settle();
    outbox.owe(answer("r1", DUPONT));
    settle();

    assertThat(provider.ids()).containsExactly("r1");
  }

  @Test
  void messagesToOneAddressLeaveInOrderAndThoseToAnotherMeanwhile() {
    Semaphore slow = new Semaphore(0);
    provider.behaviour =
        message -> {
          if (message.to().equals(DUPONT)) {
            slow.acquireUninterruptibly();
          }
          return provider.accept(message);
        };
    for (int i = 0; i < 5; i++) {
      outbox.owe(answer("d" + i, DUPONT));
    }
    outbox.owe(answer("m", MARTIN));
    Eventually.until(() -> provider.ids().contains("m"));
    slow.release(100);
    settle();

    assertThat(provider.ids()).containsExactly("m", "d0", "d1", "d2", "d3", "d4");
    assertThat(provider.collisions).hasValue(0);
  }

  @Test
  void whatMustNotLeaveYetIsOvertakenAndMayBeTakenBack() {
    outbox.owe(later(reminder("tomorrow", DUPONT), MORNING));
    outbox.owe(later(reminder("never", DUPONT), MORNING));
    outbox.owe(answer("now", DUPONT));
    settle();
    assertThat(provider.ids()).containsExactly("now");
    assertThat(outbox.nextDue()).contains(MORNING);

    outbox.withdraw(List.of("never", "now"));
    goTo(MORNING);

    assertThat(provider.ids()).containsExactly("now", "tomorrow");
    assertThat(state("never")).isEqualTo(State.WITHDRAWN);
    assertThat(state("now")).isEqualTo(State.SENT);
  }

  @Test
  void theGateMayLetAMessageWait() {
    gate =
        message ->
            clock.instant().isBefore(MORNING) ? new Verdict.Wait(MORNING) : new Verdict.Leave();
    outbox.owe(reminder("r1", DUPONT));
    settle();
    assertThat(provider.ids()).isEmpty();

    goTo(MORNING);
    assertThat(provider.ids()).containsExactly("r1");
  }

  @Test
  void aRefusalIsTracedAndToldIfTheGateSaysSo() {
    gate = message -> new Verdict.Refuse("opt-out", message.id().equals("told"));
    outbox.owe(answer("told", DUPONT));
    outbox.owe(answer("silent", DUPONT));
    outbox.owe(later(answer("waiting", DUPONT), MORNING));
    goTo(MORNING);

    assertThat(provider.ids()).isEmpty();
    assertThat(List.of(state("told"), state("silent"), state("waiting")))
        .containsOnly(State.REFUSED);
    assertThat(undeliverable).containsExactly("told refused");
    assertThat(journal.read(Reading.of(DUPONT)))
        .extracting(Entry::id)
        .containsExactly("refused:told", "refused:silent", "refused:waiting");
  }

  @Test
  void whatIsNoLongerSoIsDropped() {
    outbox.owe(later(reminder("r1", DUPONT), MORNING));
    current = false;
    outbox.owe(answer("r2", DUPONT));
    goTo(MORNING);

    assertThat(provider.ids()).isEmpty();
    assertThat(state("r1")).isEqualTo(State.DROPPED);
    assertThat(state("r2")).isEqualTo(State.DROPPED);
  }

  @Test
  void aGateThatFailsDelaysTheMessageOnly() {
    gate =
        message -> {
          throw new IllegalStateException("out of order");
        };
    outbox.owe(answer("r1", DUPONT));
    settle();
    gate = message -> new Verdict.Leave();
    goTo(ManualClock.START.plusSeconds(60));

    assertThat(provider.ids()).containsExactly("r1");
  }

  @Test
  void whatMayHaveLeftIsSettledBeforeAnythingElseGoesThere() {
    provider.behaviour =
        message -> {
          provider.accepted.add(message);
          return new Attempt.Unknown("time-out");
        };
    outbox.owe(answer("r1", DUPONT));
    settle();
    provider.behaviour = provider::accept;
    outbox.owe(answer("r2", DUPONT));
    settle();
    assertThat(state("r1")).isEqualTo(State.UNKNOWN);
    assertThat(provider.ids()).containsExactly("r1");
    assertThat(outbox.nextDue()).contains(ManualClock.START.plus(FakeProvider.SETTLE));

    goTo(ManualClock.START.plus(FakeProvider.SETTLE));

    assertThat(provider.ids()).containsExactly("r1", "r2");
    assertThat(outbox.find("r1").orElseThrow().providerId()).contains("P-r1");
  }

  @Test
  void whatDidNotLeaveAfterAllIsSentAgainBeforeTheNext() {
    provider.behaviour = message -> new Attempt.Unknown("connection lost");
    outbox.owe(answer("r1", DUPONT));
    outbox.owe(answer("r2", DUPONT));
    settle();
    provider.behaviour = provider::accept;
    goTo(ManualClock.START.plus(FakeProvider.SETTLE));

    assertThat(provider.ids()).containsExactly("r1", "r2");
    assertThat(outbox.find("r1").orElseThrow().attempts()).isEqualTo(2);
  }

  @Test
  void aProviderThatCannotSayIsAskedAgain() {
    provider.behaviour =
        message -> {
          throw new IllegalStateException("bug in the transport");
        };
    provider.memory = doubt -> new Finding.AskLater(Duration.ofMinutes(10));
    outbox.owe(answer("r1", DUPONT));
    settle();
    Instant first = ManualClock.START.plus(FakeProvider.SETTLE);
    goTo(first);
    assertThat(outbox.nextDue()).contains(first.plus(Duration.ofMinutes(10)));

    provider.memory = doubt -> new Finding.Lost("nobody knows");
    goTo(first.plus(Duration.ofMinutes(10)));
    assertThat(state("r1")).isEqualTo(State.FAILED);
    assertThat(undeliverable).containsExactly("r1 lost");
  }

  @Test
  void aProviderThatIsAwayForDaysIsAskedSeldomAndThenGivenUp() {
    AtomicInteger asked = new AtomicInteger();
    provider.behaviour = message -> new Attempt.Unknown("cut");
    provider.memory =
        doubt -> {
          asked.incrementAndGet();
          throw new IllegalStateException("away");
        };
    outbox.owe(answer("r1", DUPONT));
    settle();
    for (int i = 0; i < 400 && outbox.nextDue().isPresent(); i++) {
      goTo(outbox.nextDue().orElseThrow());
    }
    assertThat(asked.get()).isLessThan(4 * 24 * 3 + 10);
    assertThat(clock.instant()).isAfter(ManualClock.START.plus(Duration.ofDays(3)));
    assertThat(state("r1")).isEqualTo(State.FAILED);
    assertThat(undeliverable).containsExactly("r1 gave-up");
  }

  @Test
  void aReportSettlesWhatMayHaveLeft() {
    provider.behaviour = message -> new Attempt.Unknown("time-out");
    outbox.owe(answer("r1", DUPONT));
    settle();

    assertThat(outbox.delivered(report("r1", Report.Status.SENT))).isTrue();
    settle();

    assertThat(state("r1")).isEqualTo(State.SENT);
    assertThat(outbox.nextDue()).isEmpty();
    assertThat(outbox.delivered(report("nobody", Report.Status.SENT))).isFalse();
  }

  @Test
  void reportsMayBeRepeatedAndOutOfOrder() {
    outbox.owe(answer("r1", DUPONT));
    settle();
    outbox.delivered(report("r1", Report.Status.DELIVERED));
    outbox.delivered(report("r1", Report.Status.QUEUED));
    outbox.delivered(report("r1", Report.Status.UNDELIVERED));
    outbox.delivered(report("r1", Report.Status.DELIVERED));

    assertThat(outbox.find("r1").orElseThrow().report()).contains(Report.Status.DELIVERED);
    assertThat(undeliverable).isEmpty();
    assertThat(new History(journal, outbox).read(Reading.of(DUPONT)))
        .extracting(Entry::kind)
        .containsExactlyInAnyOrder(Entry.Kind.SENT, Entry.Kind.REPORT);
  }

  @Test
  void aReportOfFailureThatOvertakesTheAnswerIsNotForgotten() {
    provider.behaviour =
        message -> {
          outbox.delivered(report("r1", Report.Status.UNDELIVERED));
          return provider.accept(message);
        };
    outbox.owe(answer("r1", DUPONT));
    settle();

    assertThat(state("r1")).isEqualTo(State.FAILED);
    assertThat(undeliverable).containsExactly("r1 30003");
  }

  @Test
  void whatTheProviderWillNeverTakeIsToldToTheDesk() {
    provider.behaviour = message -> new Attempt.Rejected("21610", "opted out");
    outbox.owe(answer("r1", DUPONT));
    settle();

    assertThat(state("r1")).isEqualTo(State.FAILED);
    assertThat(undeliverable).containsExactly("r1 21610");
  }

  @Test
  void aChannelWithoutTransportFailsAloud() {
    outbox.owe(
        new Outbound(
            "v1",
            "t",
            Channel.VOICE,
            MARTIN,
            "x",
            answer("v1", MARTIN).purpose(),
            answer("v1", MARTIN).needs(),
            false,
            Optional.empty(),
            "texte",
            Optional.empty(),
            ManualClock.START));
    settle();
    assertThat(undeliverable).containsExactly("v1 no-transport");
  }

  @Test
  void theProviderIsDownForADayAndThenEverythingArrivesInOrder() {
    provider.behaviour = message -> new Attempt.TryLater(Duration.ZERO);
    for (int i = 0; i < 4; i++) {
      outbox.owe(answer("d" + i, DUPONT));
      outbox.owe(answer("m" + i, MARTIN));
    }
    settle();
    Instant back = ManualClock.START.plus(Duration.ofDays(1));
    int steps = stepTo(back);
    provider.behaviour = provider::accept;
    stepTo(back.plus(Duration.ofMinutes(15)));

    assertThat(steps).isLessThan(300);
    assertThat(provider.ids().stream().filter(id -> id.startsWith("d")))
        .containsExactly("d0", "d1", "d2", "d3");
    assertThat(provider.ids().stream().filter(id -> id.startsWith("m")))
        .containsExactly("m0", "m1", "m2", "m3");
    assertThat(undeliverable).isEmpty();
  }

  @Test
  void afterThreeDaysItIsGivenUp() {
    provider.behaviour = message -> new Attempt.TryLater(Duration.ofHours(20));
    outbox.owe(answer("r1", DUPONT));
    settle();
    stepTo(ManualClock.START.plus(Duration.ofDays(4)));

    assertThat(undeliverable).containsExactly("r1 gave-up");
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void nothingIsBegunThatMightOutlastTheLease() {
    provider.timeout = Duration.ofSeconds(10);
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
    outbox.owe(answer("r1", DUPONT));
    outbox.sweep();
    assertThat(state("r1")).isEqualTo(State.OWED);

    nodes.tick();
    outbox.wake();
    Eventually.until(() -> provider.ids().contains("r1"));
  }

  @Test
  void safetyWordsWaitForNothingButAnEqualText() {
    provider.behaviour = message -> new Attempt.Unknown("time-out");
    outbox.owe(answer("doubtful", DUPONT));
    settle();
    provider.behaviour = provider::accept;
    outbox.owe(safety("s1", DUPONT));
    settle();
    assertThat(provider.ids()).containsExactly("s1");

    provider.behaviour = message -> new Attempt.Unknown("time-out");
    outbox.owe(safety("s2", DUPONT));
    Eventually.until(() -> state("s2") == State.UNKNOWN);
    provider.behaviour = provider::accept;
    outbox.owe(safety("s3", DUPONT));
    Eventually.until(() -> provider.ids().contains("s3"));
  }

  @Test
  void whatWeSendFirstKeepsThePaceAndAnswersNeverWaitForIt() {
    Outbox paced =
        outbox(
            new Nodes(store, "paced", nanos::get, LEASE, false),
            new OutboxSettings(
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofDays(3),
                Map.of(Channel.SMS, new OutboxSettings.Pace(1, 3))));
    outbox.close();
    paced.open();
    for (int i = 0; i < 10; i++) {
      paced.owe(reminder("r" + i, Address.mailbox("c" + i + "@example.fr")));
    }
    paced.owe(answer("urgent", DUPONT));
    paced.owe(answer("another", MARTIN));
    Eventually.until(() -> provider.ids().containsAll(List.of("urgent", "another")));
    paced.sweep();
    assertThat(provider.ids()).hasSize(5).contains("r0", "r1", "r2");

    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    paced.sweep();
    assertThat(provider.ids()).hasSize(5);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    paced.sweep();
    Eventually.until(() -> provider.ids().size() == 6);
  }

  @Test
  void twoNodesSendEverythingOnceAndOneAtATimePerAddress() {
    Outbox other = outbox(new Nodes(store, "b", nanos::get, LEASE, false), OutboxSettings.DEFAULT);
    other.start();
    List<Address> addresses =
        IntStream.range(0, 5).mapToObj(i -> Address.mailbox("c" + i + "@example.fr")).toList();
    for (int i = 0; i < 100; i++) {
      (i % 2 == 0 ? outbox : other).owe(answer("r" + i, addresses.get(i / 2 % 5)));
    }
    Eventually.until(() -> outbox.idle() && other.idle());

    assertThat(provider.ids()).hasSize(100).doesNotHaveDuplicates();
    assertThat(provider.collisions).hasValue(0);
    assertThat(undeliverable).isEmpty();
  }

  private State state(String id) {
    return outbox.find(id).orElseThrow().state();
  }

  private static Report report(String id, Report.Status status) {
    return new Report(id, "P-" + id, status, status.lost() ? "30003" : "", ManualClock.START);
  }

  private void settle() {
    Eventually.until(outbox::idle);
  }

  private void goTo(Instant time) {
    clock.set(time);
    outbox.wake();
    settle();
  }

  private int stepTo(Instant time) {
    int steps = 0;
    Optional<Instant> next = outbox.nextDue().filter(due -> !due.isAfter(time));
    while (next.isPresent()) {
      steps++;
      goTo(next.get());
      next = outbox.nextDue().filter(due -> !due.isAfter(time));
    }
    goTo(time);
    return steps;
  }

  private Outbox outbox(Nodes of, OutboxSettings settings) {
    Outbox.Joints joints =
        new Outbox.Joints(
            Map.of(Channel.SMS, provider),
            message -> gate.judge(message),
            message -> current,
            (message, code, reason) -> undeliverable.add(message.id() + " " + code));
    Outbox made =
        new Outbox(store, of, new Journal(store, of), clock, nanos::get, joints, settings);
    running.add(made);
    return made;
  }
}
