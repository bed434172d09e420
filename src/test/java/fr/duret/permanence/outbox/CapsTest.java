package fr.duret.permanence.outbox;

import static fr.duret.permanence.outbox.Samples.DUPONT;
import static fr.duret.permanence.outbox.Samples.MARTIN;
import static fr.duret.permanence.outbox.Samples.answer;
import static fr.duret.permanence.outbox.Samples.reminder;
import static fr.duret.permanence.outbox.Samples.safety;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class CapsTest {

  private final ManualClock clock = new ManualClock();
  private final Store store;
  private final MongoOutbox messages;
  private final Caps caps;

  CapsTest(Store store) {
    this.store = store;
    messages = new MongoOutbox(store);
    caps = caps(Caps.Settings.DEFAULT);
  }

  @Test
  void twentyAnswersAnHourAndSixtyADayAreEnough() {
    for (int i = 0; i < 60; i++) {
      assertThat(caps.exceeded(answer("r" + i, DUPONT))).isEmpty();
      leaves("r" + i);
      if (i % 20 == 19) {
        assertThat(caps.exceeded(answer("more", DUPONT))).isPresent();
        clock.pass(Duration.ofHours(1));
      }
    }
    assertThat(caps.exceeded(answer("more", DUPONT))).contains("cap-day");
    assertThat(caps.exceeded(answer("r59", DUPONT))).isEmpty();
    assertThat(caps.exceeded(safety("s", DUPONT))).isEmpty();
    assertThat(caps.exceeded(reminder("m", DUPONT))).isEmpty();
    assertThat(caps.exceeded(answer("x", MARTIN))).isEmpty();

    clock.pass(Duration.ofDays(1));
    assertThat(caps.exceeded(answer("more", DUPONT))).isEmpty();
  }

  @Test
  void twentyInAnHourIsTheHoursCap() {
    for (int i = 0; i < 20; i++) {
      leaves("r" + i);
    }
    assertThat(caps.exceeded(answer("more", DUPONT))).contains("cap-hour");
  }

  @Test
  void theSameWordsAreSaidThreeTimesInTenMinutesAndNotMore() {
    messages.insertOwed(answer("waiting", DUPONT, "Bonjour"), clock.instant(), clock.instant());
    leaves("r1", "Bonjour");
    leaves("r2", "Bonjour");
    assertThat(caps.exceeded(answer("r4", DUPONT, "Bonjour"))).isEmpty();

    leaves("r3", "Bonjour");
    assertThat(caps.exceeded(answer("r4", DUPONT, "Bonjour"))).contains("cap-equal");
    assertThat(caps.exceeded(answer("r1", DUPONT, "Bonjour"))).isEmpty();
    assertThat(caps.exceeded(answer("r4", DUPONT, "Bonsoir"))).isEmpty();

    clock.pass(Duration.ofMinutes(10));
    assertThat(caps.exceeded(answer("r4", DUPONT, "Bonjour"))).isEmpty();
  }

  @Test
  void thatThereWillBeNoMoreAnswersMayBeSaidAllTheSame() {
    Caps.Settings settings = new Caps.Settings(1, 1, 1, Duration.ofMinutes(1), "rdv/test");
    leaves("r1");
    assertThat(caps(settings).exceeded(answer("r2", DUPONT))).isEmpty();
    assertThat(
            caps(new Caps.Settings(1, 1, 1, Duration.ofMinutes(1), ""))
                .exceeded(answer("r2", DUPONT)))
        .isPresent();
  }

  private Caps caps(Caps.Settings settings) {
    return new Caps(store, clock, settings);
  }

  private void leaves(String id, String text) {
    Stored sending =
        messages.insertSending(answer(id, DUPONT, text), "a", clock.instant()).orElseThrow();
    messages.sent(sending, "P-" + id);
  }

  private void leaves(String id) {
    Stored sending = messages.insertSending(answer(id, DUPONT), "a", clock.instant()).orElseThrow();
    messages.sent(sending, "P-" + id);
  }
}
