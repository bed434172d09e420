package fr.duret.permanence.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.journal.Crash;
import fr.duret.permanence.journal.CrashingStore;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The process ends before or after each of its writes, one after the other.
class AgendaCrashTest {

  private final ManualClock clock = new ManualClock();
  private final Set<String> fired = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @EnumSource(CrashingStore.When.class)
  void whereverTheProcessEndsThePlannedTimerFires(
      CrashingStore.When when, @TempDir Path directory) {
    try (CrashingStore crashing = new CrashingStore(directory)) {
      int writes = 0;
      while (crashesAfter(crashing, when, writes)) {
        writes++;
      }
      // planned, claimed, fired
      assertThat(writes).isEqualTo(3);
    }
  }

  private boolean crashesAfter(CrashingStore crashing, CrashingStore.When when, int writes) {
    String key = when + "-" + writes;
    Agenda first = agenda(crashing, "first-" + key);
    crashing.crash(when, writes);
    plan(first, key);
    first.start();
    boolean crashed = crashing.crashedBefore(first::idle);
    first.close();
    crashing.restart();

    try (Agenda second = agenda(crashing, "second-" + key)) {
      plan(second, key);
      second.start();
      Eventually.until(second::idle);
      assertThat(second.planned(key)).isEmpty();
    }
    assertThat(fired).contains(key);
    return crashed;
  }

  private void plan(Agenda agenda, String key) {
    try {
      agenda.plan(new Timer(key, ManualClock.START, "note", Map.of()));
    } catch (Crash expected) {
      assertThat(expected).isNotNull();
    }
  }

  private Agenda agenda(CrashingStore crashing, String name) {
    Nodes nodes = new Nodes(crashing.store(), name, () -> 0, Duration.ofSeconds(20), true);
    Agenda agenda =
        new Agenda(crashing.store(), nodes, clock, (timer, reason) -> {}, Agenda.Settings.DEFAULT);
    agenda.on("note", timer -> fired.add(timer.key()));
    return agenda;
  }
}
