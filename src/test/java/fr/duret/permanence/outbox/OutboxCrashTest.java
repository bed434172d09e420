package fr.duret.permanence.outbox;

import static fr.duret.permanence.outbox.Samples.DUPONT;
import static fr.duret.permanence.outbox.Samples.answer;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.journal.Crash;
import fr.duret.permanence.journal.CrashingStore;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.message.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The process ends at each of its writes and on either side of the provider's taking the message.
class OutboxCrashTest {

  private final ManualClock clock = new ManualClock();
  private final FakeProvider provider = new FakeProvider();
  private final Queue<String> undeliverable = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @EnumSource(CrashingStore.When.class)
  void whereverTheProcessEndsTheMessageLeavesOnce(
      CrashingStore.When when, @TempDir Path directory) {
    try (CrashingStore crashing = new CrashingStore(directory)) {
      int writes = 0;
      while (crashesAfter(crashing, when, writes)) {
        writes++;
      }
      // Two messages: the first is being sent at once, both are marked sent, the second is owed and
      // begun, or at once on its way as well.
      assertThat(writes).isBetween(4, 5);
    }
  }

  @ParameterizedTest
  @EnumSource(CrashingStore.When.class)
  void whereverTheProcessEndsARejectedMessageIsToldToTheDesk(
      CrashingStore.When when, @TempDir Path directory) {
    provider.behaviour = message -> new Attempt.Rejected("21211", "no such number");
    try (CrashingStore crashing = new CrashingStore(directory)) {
      for (int writes = 0; writes < 2; writes++) {
        String id = "rejected-" + writes;
        Outbox first = outbox(crashing, "first-" + id);
        first.start();
        crashing.crash(when, writes);
        owe(first, id);
        assertThat(crashing.crashedBefore(first::idle)).isTrue();
        goOn(crashing, first, id);
        assertThat(undeliverable).contains(id);
      }
    }
  }

  @Test
  void itEndsBeforeTheProviderTookTheMessage(@TempDir Path directory) {
    endsWhileSending(directory, false);
  }

  @Test
  void itEndsAfterTheProviderTookTheMessage(@TempDir Path directory) {
    endsWhileSending(directory, true);
  }

  private void endsWhileSending(Path directory, boolean taken) {
    AtomicBoolean ended = new AtomicBoolean();
    try (CrashingStore crashing = new CrashingStore(directory)) {
      Outbox first = outbox(crashing, "first");
      first.open();
      provider.behaviour =
          message -> {
            if (taken) {
              provider.accept(message);
            }
            ended.set(true);
            throw new Crash();
          };
      owe(first, "r1");
      Eventually.until(ended::get);
      provider.behaviour = provider::accept;
      goOn(crashing, first, "r1");
      assertThat(provider.ids()).containsExactly("r1");
    }
  }

  private boolean crashesAfter(CrashingStore crashing, CrashingStore.When when, int writes) {
    String id = when + "-" + writes;
    provider.accepted.clear();
    Outbox first = outbox(crashing, "first-" + id);
    first.start();
    crashing.crash(when, writes);
    owe(first, id + "-1");
    owe(first, id + "-2");
    boolean crashed = crashing.crashedBefore(first::idle);
    goOn(crashing, first, id + "-1", id + "-2");
    assertThat(provider.ids()).containsExactly(id + "-1", id + "-2");
    return crashed;
  }

  /// A new process replays what was owed, and finishes.
  private void goOn(CrashingStore crashing, Outbox first, String... ids) {
    first.close();
    crashing.restart();
    try (Outbox second = outbox(crashing, "second-" + ids[0])) {
      second.start();
      for (String id : ids) {
        owe(second, id);
      }
      Eventually.until(second::idle);
      clock.pass(FakeProvider.SETTLE);
      second.wake();
      Eventually.until(second::idle);
      for (String id : ids) {
        assertThat(second.find(id).orElseThrow().state()).isIn(State.SENT, State.FAILED);
      }
    }
  }

  private void owe(Outbox outbox, String id) {
    try {
      outbox.owe(answer(id, DUPONT));
    } catch (Crash expected) {
      assertThat(expected).isNotNull();
    }
  }

  private Outbox outbox(CrashingStore crashing, String name) {
    Nodes nodes = new Nodes(crashing.store(), name, () -> 0, Duration.ofSeconds(20), true);
    Outbox.Joints joints =
        new Outbox.Joints(
            Map.of(Channel.SMS, provider),
            message -> new Gate.Verdict.Leave(),
            message -> true,
            (message, code, reason) -> undeliverable.add(message.id()));
    return new Outbox(
        crashing.store(),
        nodes,
        new Journal(crashing.store(), nodes),
        clock,
        () -> 0,
        joints,
        OutboxSettings.DEFAULT);
  }
}
