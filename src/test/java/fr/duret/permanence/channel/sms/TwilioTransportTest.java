package fr.duret.permanence.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.channel.sms.FakeTwilio.Fault;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Attempt;
import fr.duret.permanence.outbox.Finding;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.Settings.Sender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioTransportTest {

  private static final String DUPONT = "+33612345678";
  private static final String NUMBER = "+33757000000";
  private static final URI PUBLIC = URI.create("https://permanence.example/");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T17:30:00Z"));
  private final FakeTwilio twilio = FakeTwilio.start(now::get);
  private final Settings.Twilio settings = settings(twilio.apiUrl(), FakeTwilio.TOKEN);
  private final TwilioAccount account = new TwilioAccount(settings);
  private final Map<Address, String> lastNumber = new HashMap<>();
  private final TwilioTransport transport =
      new TwilioTransport(account, settings, PUBLIC, now::get, this::writtenTo);

  @AfterEach
  void close() {
    account.close();
    twilio.close();
  }

  @Test
  void aMessageLeavesWithOurIdInItsStatusCallback() {
    Attempt attempt = transport.send(message("m 1/é", "C'est noté", true, Purpose.SERVICE));

    FakeTwilio.Text text = only();
    assertThat(attempt).isEqualTo(new Attempt.Sent(text.sid()));
    assertThat(text.body()).isEqualTo("C'est noté");
    assertThat(text.from()).isEqualTo(NUMBER);
    assertThat(text.callback())
        .isEqualTo("https://permanence.example/twilio/status?m=m+1%2F%C3%A9");
  }

  @Test
  void theSenderFitsThePurposeAndTheWishForAnAnswer() {
    transport.send(message("1", "a", false, Purpose.SERVICE));
    transport.send(message("2", "b", true, Purpose.SERVICE));
    transport.send(message("3", "c", false, Purpose.MARKETING));
    assertThat(twilio.receivedBy(DUPONT))
        .extracting(FakeTwilio.Text::from)
        .containsExactly("DURET", NUMBER, "36180");
    assertThat(transport.send(message("4", "d", true, Purpose.MARKETING)))
        .isEqualTo(new Attempt.Rejected("no-sender", "no sender of ours may send this"));
  }

  @Test
  void aReplyLeavesFromTheNumberThatTheClientWroteToIfItMaySayThat() {
    Address dupont = new Address(Address.Kind.PHONE, DUPONT);
    lastNumber.put(dupont, NUMBER);
    Outbound answer = message("1", "a", false, Purpose.SERVICE);
    transport.send(replying(answer));
    lastNumber.put(dupont, "36180");
    transport.send(replying(message("2", "b", false, Purpose.SERVICE)));
    lastNumber.put(dupont, "+33700000000");
    transport.send(replying(message("3", "c", false, Purpose.SERVICE)));
    transport.send(message("4", "d", false, Purpose.SERVICE));
    assertThat(twilio.receivedBy(DUPONT))
        .extracting(FakeTwilio.Text::from)
        .containsExactly(NUMBER, "DURET", "DURET", "DURET");
  }

  @Test
  void whatIsNoTelephoneIsNotTried() {
    Outbound message = message("1", "a", false, Purpose.SERVICE);
    assertThat(transport.send(to(message, Address.sender("AMELI"))))
        .isInstanceOf(Attempt.Rejected.class);
    assertThat(twilio.posts()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        " 0 | PT0S",
        "99999 | PT1H",
        "-1 | PT0S",
        "soon | PT0S",
        "Sun, 22 Nov 2026 17:32:00 GMT | PT2M",
        "Sun, 22 Nov 2026 17:00:00 GMT | PT0S"
      })
  void aRateLimitIsTriedAgainWhenTwilioSays(String retryAfter, Duration after) {
    twilio.failNext(new Fault.TooMany(retryAfter), new Fault.TooMany(retryAfter));
    assertThat(transport.send(message())).isEqualTo(new Attempt.TryLater(after));
    assertThat(twilio.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"400,21211", "400,21614", "400,21610", "400,21999", "403,21408"})
  void whatTwilioRefusesForGoodIsRejected(int status, int code) {
    twilio.failNext(new Fault.Refused(status, code));
    assertThat(transport.send(message()))
        .isInstanceOfSatisfying(
            Attempt.Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("" + code));
    assertThat(twilio.posts()).isEqualTo(1);
  }

  @Test
  void aRateLimitIsTriedLaterAndNotAtOnce() {
    twilio.failNext(new Fault.Refused(429, 20429));
    assertThat(transport.send(message())).isEqualTo(new Attempt.TryLater(Duration.ZERO));
    assertThat(twilio.posts()).isEqualTo(1);
  }

  @Test
  void aWrongAccountIsTriedLater() {
    TwilioAccount wrong = new TwilioAccount(settings(twilio.apiUrl(), "other"));
    try (wrong) {
      assertThat(
              new TwilioTransport(wrong, settings, PUBLIC, now::get, this::writtenTo)
                  .send(message()))
          .isInstanceOf(Attempt.TryLater.class);
    }
  }

  @Test
  void whereNobodyListensNothingHasLeft() {
    twilio.close();
    assertThat(transport.send(message())).isEqualTo(new Attempt.TryLater(Duration.ZERO));
  }

  @Test
  void anErrorAfterThePostLeavesADoubtAndIsNotRepeated() {
    twilio.failNext(new Fault.LeftButError(500), new Fault.LeftButError(503), new Fault.Cut());
    assertThat(transport.send(message())).isEqualTo(new Attempt.Unknown("status 500"));
    assertThat(transport.send(message())).isEqualTo(new Attempt.Unknown("status 503"));
    assertThat(transport.send(message())).isInstanceOf(Attempt.Unknown.class);
    assertThat(twilio.posts()).isEqualTo(3);
  }

  @Test
  void aSilentTwilioIsADoubt() {
    twilio.failNext(new Fault.LeftButSilent());
    try (TwilioAccount impatient = new TwilioAccount(settings, Duration.ofMillis(200))) {
      assertThat(
              new TwilioTransport(impatient, settings, PUBLIC, now::get, this::writtenTo)
                  .send(message()))
          .isEqualTo(new Attempt.Unknown("no answer in time"));
    }
    assertThat(only().body()).isEqualTo("Rappel");
  }

  @Test
  void aDoubtIsSettledByTheListOfMessages() {
    transport.send(message("before", "Rappel", false, Purpose.SERVICE));
    String attributed = only().sid();
    Instant attempted = now.get();
    assertThat(settle(attempted, Set.of(attributed))).isEqualTo(new Finding.NeverLeft());

    twilio.failNext(new Fault.LeftButCut());
    assertThat(transport.send(message())).isInstanceOf(Attempt.Unknown.class);
    now.set(attempted.plusSeconds(60));

    String left = twilio.receivedBy(DUPONT).getLast().sid();
    assertThat(settle(attempted, Set.of(attributed))).isEqualTo(new Finding.Left(left));
  }

  @Test
  void anEqualTextOfLongAgoOrToUsIsNotTheOneInDoubt() {
    transport.send(message());
    twilio.write(DUPONT, NUMBER, "Rappel", 0);
    now.set(now.get().plus(Duration.ofDays(30)));
    assertThat(settle(now.get(), Set.of())).isEqualTo(new Finding.NeverLeft());
  }

  @Test
  void aLongListIsReadToItsEnd() {
    for (int i = 0; i < 450; i++) {
      transport.send(message("m" + i, i == 3 ? "Rappel" : "autre " + i, false, Purpose.SERVICE));
    }
    assertThat(settle(now.get(), Set.of()))
        .isEqualTo(new Finding.Left(twilio.receivedBy(DUPONT).get(3).sid()));
  }

  @Test
  void ofALongListNoMoreIsReadThanIsYoungEnough() {
    for (int i = 0; i < 450; i++) {
      transport.send(message("m" + i, "autre " + i, false, Purpose.SERVICE));
    }
    now.set(now.get().plus(Duration.ofDays(30)));
    transport.send(message());
    int before = twilio.pages();
    assertThat(settle(now.get(), Set.of())).isInstanceOf(Finding.Left.class);
    assertThat(twilio.pages() - before).isEqualTo(2);
  }

  @Test
  void whileTwilioIsAwayADoubtStays() {
    twilio.close();
    assertThatThrownBy(() -> settle(now.get(), Set.of())).isInstanceOf(RuntimeException.class);
  }

  @Test
  void theEndOfAnOutageIsTold() {
    AtomicInteger recoveries = new AtomicInteger();
    transport.onRecovery(recoveries::incrementAndGet);
    transport.send(message());
    assertThat(recoveries).hasValue(0);
    twilio.failNext(new Fault.Cut());
    transport.send(message());
    transport.send(message());
    transport.send(message());
    assertThat(recoveries).hasValue(1);
  }

  static Settings.Twilio settings(URI apiUrl, String token) {
    return new Settings.Twilio(
        FakeTwilio.ACCOUNT,
        token,
        apiUrl,
        List.of(
            new Sender("DURET", Sender.Kind.ALPHA, false, List.of("service")),
            new Sender(NUMBER, Sender.Kind.LONG, true, List.of("service", "survey", "safety")),
            new Sender("36180", Sender.Kind.SHORT_CODE, false, List.of("marketing"))));
  }

  private Optional<String> writtenTo(Address address) {
    return Optional.ofNullable(lastNumber.get(address));
  }

  private Finding settle(Instant attempted, Set<String> attributed) {
    Set<String> known = new HashSet<>(attributed);
    return transport.settle(new Transport.Doubt(message(), attempted, 1, known::contains));
  }

  private FakeTwilio.Text only() {
    assertThat(twilio.receivedBy(DUPONT)).hasSize(1);
    return twilio.receivedBy(DUPONT).getFirst();
  }

  private Outbound message() {
    return message("id", "Rappel", false, Purpose.SERVICE);
  }

  private Outbound message(String id, String text, boolean wantsAnswer, Purpose purpose) {
    return new Outbound(
        id,
        "trace",
        Channel.SMS,
        new Address(Address.Kind.PHONE, DUPONT),
        "template",
        purpose,
        Level.UNKNOWN,
        wantsAnswer,
        Optional.empty(),
        text,
        Optional.empty(),
        now.get());
  }

  private static Outbound to(Outbound m, Address to) {
    return changed(m, to, m.replyTo());
  }

  private static Outbound replying(Outbound m) {
    return changed(m, m.to(), Optional.of(m.notBefore()));
  }

  private static Outbound changed(Outbound m, Address to, Optional<Instant> replyTo) {
    return new Outbound(
        m.id(),
        m.trace(),
        m.channel(),
        to,
        m.template(),
        m.purpose(),
        m.needs(),
        m.wantsAnswer(),
        replyTo,
        m.text(),
        m.subject(),
        m.notBefore());
  }
}
