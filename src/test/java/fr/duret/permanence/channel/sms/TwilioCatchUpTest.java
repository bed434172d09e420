package fr.duret.permanence.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.TwilioException;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class TwilioCatchUpTest {

  private static final String DUPONT = "+33612345678";
  private static final String NUMBER = "+33757000000";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T17:30:00Z"));
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeTwilio twilio = FakeTwilio.start(now::get);
  private final Settings.Twilio settings =
      TwilioTransportTest.settings(twilio.apiUrl(), FakeTwilio.TOKEN);
  private final TwilioAccount account = new TwilioAccount(settings);
  private Store store;
  private Journal journal;
  private TwilioCatchUp catchUp;

  @BeforeEach
  void start(Store fresh) {
    store = fresh;
    journal = new Journal(store, new Nodes(store, "test", () -> 0L, Duration.ofSeconds(10), true));
    catchUp = new TwilioCatchUp(account, settings, store, journal, now::get, nanos::get, meters);
  }

  @AfterEach
  void close() {
    account.close();
    twilio.close();
  }

  @Test
  void twentyMessagesOfAnOutageAreWrittenDownInTheirOrderWithTheirTimes() {
    catchUp.run();
    Instant outage = now.get();
    for (int i = 0; i < 20; i++) {
      now.set(outage.plusSeconds(60L * i));
      twilio.write(DUPONT, NUMBER, "message " + i, i == 3 ? 2 : 0);
    }
    now.set(outage.plus(Duration.ofHours(5)));

    assertThat(catchUp.run()).isEqualTo(20);

    List<Entry> entries = journal.read(Reading.of(new Address(Address.Kind.PHONE, DUPONT)));
    assertThat(entries)
        .extracting(Entry::text)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "message " + i).toList());
    assertThat(entries.get(7).at()).isEqualTo(outage.plusSeconds(60 * 7));
    assertThat(entries.get(3).media()).hasSize(2);
    assertThat(entries.get(4).media()).isEmpty();
    assertThat(journal.waiting(new Address(Address.Kind.PHONE, DUPONT))).hasSize(20);
    assertThat(catchUp.run()).isZero();
  }

  @Test
  void aMessageWhosePicturesAreNotFoundIsWrittenDownWithItsWordsAndHoldsNothingUp() {
    catchUp.run();
    twilio.write(DUPONT, NUMBER, "before", 0);
    FakeTwilio.Text picture = twilio.write(DUPONT, NUMBER, "look at this", 1);
    twilio.write(DUPONT, NUMBER, "after", 0);
    twilio.loseMedia();

    assertThat(catchUp.run()).isEqualTo(3);

    List<Entry> entries = journal.read(Reading.of(new Address(Address.Kind.PHONE, DUPONT)));
    assertThat(entries).extracting(Entry::text).containsExactly("before", "look at this", "after");
    assertThat(entries.get(1).media())
        .singleElement()
        .asString()
        .endsWith("/Messages/" + picture.sid() + "/Media.json");
    assertThat(meters.counter("permanence.twilio.media.missing").count()).isEqualTo(1);
    assertThat(catchUp.run()).isZero();
  }

  @Test
  void aMessageThatMakesNoSenseIsCountedAndHoldsNothingUp() {
    catchUp.run();
    twilio.write(DUPONT, NUMBER, "before", 0);
    twilio.writeUndated(DUPONT, NUMBER, "of no time");
    twilio.write(DUPONT, NUMBER, "after", 0);

    assertThat(catchUp.run()).isEqualTo(2);

    assertThat(journal.read(Reading.of(new Address(Address.Kind.PHONE, DUPONT))))
        .extracting(Entry::text)
        .containsExactly("before", "after");
    assertThat(meters.counter("permanence.twilio.unread").count()).isEqualTo(1);
  }

  @Test
  void whatCameByWebhookIsNotWrittenTwice() {
    catchUp.run();
    FakeTwilio.Text posted = twilio.write(DUPONT, NUMBER, "posted", 0);
    journal.receive(ReceivedSms.of(posted.sid(), DUPONT, NUMBER, "posted", List.of(), now.get()));
    twilio.write(DUPONT, NUMBER, "missed", 0);
    assertThat(catchUp.run()).isEqualTo(1);
    assertThat(journal.read(Reading.of(new Address(Address.Kind.PHONE, DUPONT)))).hasSize(2);
  }

  @Test
  void whatCameBeforeTheVeryFirstStartIsLeftAlone() {
    twilio.write(DUPONT, NUMBER, "somebody has dealt with it", 0);
    now.set(now.get().plus(Duration.ofDays(1)));
    assertThat(catchUp.run()).isZero();
    assertThat(catchUp.run()).isZero();
  }

  @Test
  void manyPagesAreReadAndOtherNumbersIgnored() {
    catchUp.run();
    for (int i = 0; i < 450; i++) {
      twilio.write(DUPONT, i % 10 == 0 ? "+33799999999" : NUMBER, "m" + i, 0);
    }
    assertThat(catchUp.run()).isEqualTo(405);
  }

  @Test
  void itLooksEveryHourAfterAnOutageAndAgainUntilItHasWorked() {
    catchUp.runIfDue();
    twilio.write(DUPONT, NUMBER, "one", 0);
    catchUp.runIfDue();
    assertThat(received()).isZero();

    nanos.addAndGet(Duration.ofHours(1).toNanos());
    catchUp.runIfDue();
    assertThat(received()).isEqualTo(1);

    twilio.write(DUPONT, NUMBER, "two", 0);
    catchUp.wake();
    catchUp.runIfDue();
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void whileTwilioIsAwayNothingIsTakenForKnown() {
    catchUp.run();
    twilio.write(DUPONT, NUMBER, "one", 0);
    TwilioAccount wrong = new TwilioAccount(TwilioTransportTest.settings(twilio.apiUrl(), "wrong"));
    try (wrong) {
      TwilioCatchUp failing =
          new TwilioCatchUp(wrong, settings, store, journal, now::get, nanos::get, meters);
      assertThatThrownBy(failing::runIfDue).isInstanceOf(TwilioException.class);
    }
    now.set(now.get().plus(Duration.ofHours(9)));
    assertThat(catchUp.run()).isEqualTo(1);
  }

  private long received() {
    return journal.figures().received();
  }
}
