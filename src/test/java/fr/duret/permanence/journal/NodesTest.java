package fr.duret.permanence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class NodesTest {

  private static final Duration LEASE = Duration.ofSeconds(20);

  private final Store store;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  NodesTest(Store store) {
    this.store = store;
  }

  @Test
  void aSilentNodeStopsItselfBeforeItIsDeposed() {
    Nodes silent = node("silent", false);
    Nodes observer = node("observer", false);
    observer.tick();

    pass(Duration.ofSeconds(19));
    observer.tick();
    assertThat(silent.working()).isTrue();
    assertThat(silent.allows(Duration.ofSeconds(2))).isFalse();

    pass(Duration.ofSeconds(1));
    observer.tick();
    assertThat(silent.working()).isFalse();
    assertThat(observer.gone("silent")).isFalse();

    pass(Duration.ofSeconds(5));
    observer.tick();
    assertThat(observer.gone("silent")).isTrue();
  }

  @Test
  void aNodeThatBeatsInTimeIsLeftAlone() {
    Nodes slow = node("slow", false);
    Nodes observer = node("observer", false);
    for (int i = 0; i < 10; i++) {
      observer.tick();
      pass(Duration.ofSeconds(15));
      slow.tick();
    }
    assertThat(observer.gone("slow")).isFalse();
    assertThat(slow.working()).isTrue();
  }

  @Test
  void aNodeThatWasDeposedLearnsItAndNeverWorksAgain() {
    Nodes silent = node("silent", false);
    AtomicBoolean told = new AtomicBoolean();
    silent.onDeposed(() -> told.set(true));
    Nodes observer = node("observer", false);
    observer.tick();
    pass(Duration.ofSeconds(25));
    observer.tick();

    silent.tick();

    assertThat(told).isTrue();
    assertThat(silent.working()).isFalse();
  }

  @Test
  void whoIsAloneDeposesAllFormerOnesAtOnce() {
    Nodes former = node("former", true);
    Nodes alone = node("alone", true);

    assertThat(alone.gone("former")).isTrue();
    assertThat(alone.gone("alone")).isFalse();
    former.tick();
    assertThat(former.working()).isFalse();
  }

  @Test
  void whoLeavesNeedsNoWaiting() {
    Nodes leaving = node("leaving", false);
    Nodes observer = node("observer", false);
    assertThat(observer.gone("leaving")).isFalse();

    leaving.close();

    assertThat(observer.gone("leaving")).isTrue();
    assertThat(observer.gone("nobody knows")).isTrue();
  }

  private Nodes node(String name, boolean alone) {
    return new Nodes(store, name, nanos::get, LEASE, alone);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
