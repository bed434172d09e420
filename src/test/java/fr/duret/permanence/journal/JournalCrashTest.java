package fr.duret.permanence.journal;

import static fr.duret.permanence.journal.JournalTest.DUPONT;
import static fr.duret.permanence.journal.JournalTest.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The process ends before or after each of its writes, one after the other.
class JournalCrashTest {

  private static final Duration LEASE = Duration.ofSeconds(20);

  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @EnumSource(CrashingStore.When.class)
  void whereverTheProcessEndsAMessageHasItsEffectOnce(
      CrashingStore.When when, @TempDir Path directory) {
    try (CrashingStore crashing = new CrashingStore(directory)) {
      int writes = 0;
      while (crashesAfter(crashing, when, writes)) {
        writes++;
      }
      // received, effect, handled
      assertThat(writes).isEqualTo(3);
    }
  }

  private boolean crashesAfter(CrashingStore crashing, CrashingStore.When when, int writes) {
    String id = when + "-" + writes;
    Nodes first = nodes(crashing, "first-" + id);
    Journal journal = new Journal(crashing.store(), first);
    Dispatcher dispatcher = dispatcher(crashing, journal, first);
    dispatcher.start();
    crashing.crash(when, writes);
    receive(journal, id);
    boolean crashed = crashing.crashedBefore(dispatcher::idle);
    dispatcher.close();
    crashing.restart();

    Nodes second = nodes(crashing, "second-" + id);
    Journal reopened = new Journal(crashing.store(), second);
    // The provider got no answer, or got one and repeats itself: either way it changes nothing.
    receive(reopened, id);
    try (Dispatcher next = dispatcher(crashing, reopened, second)) {
      next.start();
      Eventually.until(next::idle);
    }
    assertThat(Effects.count(crashing.store(), id)).isEqualTo(1);
    assertThat(reopened.find(List.of(id)).getFirst().state()).isEqualTo(Entry.State.HANDLED);
    assertThat(reopened.waiting(DUPONT)).isEmpty();
    return crashed;
  }

  private Nodes nodes(CrashingStore crashing, String name) {
    return new Nodes(crashing.store(), name, () -> 0, LEASE, true);
  }

  private void receive(Journal journal, String id) {
    try {
      journal.receive(message(id, DUPONT, clock.instant()));
    } catch (Crash expected) {
      assertThat(expected).isNotNull();
    }
  }

  private Dispatcher dispatcher(CrashingStore crashing, Journal journal, Nodes nodes) {
    Handler handler =
        address -> {
          for (Entry entry : journal.waiting(address)) {
            Effects.once(crashing.store(), entry.id(), () -> {});
            journal.handled(List.of(entry.id()), "done");
          }
        };
    return new Dispatcher(
        journal, nodes, clock, handler, (entry, reason) -> {}, Dispatcher.Settings.DEFAULT);
  }
}
