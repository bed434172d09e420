package fr.duret.permanence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Gate.Verdict;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gate as a table: one line, one rule.
class RulesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest(name = "[{index}] {0} {1} at {3}, consent {2}, answering after {4} min: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        // A reminder: by day, any day; at night it waits for the morning.
        "SERVICE,SMS,SILENT,2026-11-24T10:00,-,leave",
        "SERVICE,SMS,SILENT,2026-11-22T10:00,-,leave",
        "SERVICE,SMS,SILENT,2026-11-24T07:59,-,2026-11-24T08:00",
        "SERVICE,SMS,SILENT,2026-11-24T08:00,-,leave",
        "SERVICE,SMS,SILENT,2026-11-24T22:00,-,2026-11-25T08:00",
        "SERVICE,VOICE,SILENT,2026-11-24T23:30,-,2026-11-25T08:00",
        "SERVICE,EMAIL,SILENT,2026-11-24T23:30,-,leave",
        // An answer within half an hour passes the night and STOP; a late one does not.
        "SERVICE,SMS,SILENT,2026-11-24T03:00,30,leave",
        "SERVICE,SMS,SILENT,2026-11-24T03:00,31,2026-11-24T08:00",
        "SERVICE,SMS,STOPPED,2026-11-24T10:00,1,leave",
        "SERVICE,SMS,STOPPED,2026-11-24T10:00,31,stopped",
        "SERVICE,SMS,STOPPED,2026-11-24T10:00,-,stopped",
        // The night of the change to summer time has no 2:30; the morning still is at 8.
        "SERVICE,SMS,SILENT,2026-03-29T01:30,-,2026-03-29T08:00",
        "SURVEY,SMS,SILENT,2026-11-24T10:00,-,leave",
        "SURVEY,SMS,STOPPED,2026-11-24T10:00,1,stopped",
        "SURVEY,SMS,SILENT,2026-11-24T22:30,-,2026-11-25T08:00",
        // Marketing: only with consent, never at night, on Sundays, on public holidays.
        "MARKETING,SMS,SILENT,2026-11-24T10:00,-,no-consent",
        "MARKETING,SMS,STOPPED,2026-11-24T10:00,-,stopped",
        "MARKETING,SMS,GIVEN,2026-11-24T10:00,-,leave",
        "MARKETING,SMS,GIVEN,2026-11-24T21:59,-,leave",
        "MARKETING,SMS,GIVEN,2026-11-24T22:00,-,2026-11-25T08:00",
        "MARKETING,SMS,GIVEN,2026-11-22T10:00,-,2026-11-23T08:00",
        "MARKETING,SMS,GIVEN,2026-11-21T23:00,1,2026-11-23T08:00",
        "MARKETING,SMS,GIVEN,2026-12-25T10:00,-,2026-12-26T08:00",
        "LEGAL,SMS,STOPPED,2026-11-24T10:00,-,leave",
        "LEGAL,EMAIL,STOPPED,2026-11-22T03:00,-,leave",
        "SAFETY,SMS,STOPPED,2026-11-22T03:00,-,leave"
      })
  void hoursAndConsent(
      Purpose purpose,
      Channel channel,
      Consent consent,
      LocalDateTime now,
      Integer answeringAfter,
      String expected) {
    Facts facts = new Facts(consent, Level.CONFIRMED, true, Optional.empty());
    Outbound message =
        message(
            purpose,
            channel,
            "+33639980100",
            Optional.ofNullable(answeringAfter).map(minutes -> at(now.minusMinutes(minutes))));
    assertThat(said(new Rules(facts, () -> at(now), GateSettings.usual()).judge(message)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SERVICE,+33639980100,NUMBER,true,-,leave,false",
        "SERVICE,+33639980100,CONFIRMED,true,-,leave,false",
        "SERVICE,+33639980100,UNKNOWN,true,-,level,true",
        "SERVICE,+33639980100,NUMBER,false,-,one-way-sender,true",
        "SERVICE,+41791234567,NUMBER,true,-,leave,false",
        "SERVICE,+2250707070707,NUMBER,true,-,foreign,true",
        "SERVICE,+33639980100,NUMBER,true,cap-hour,cap-hour,true",
        "SERVICE,+33639980100,NUMBER,true,cap-equal,cap-equal,true",
        "SERVICE,IMPOTS,NUMBER,true,-,not-answerable,false",
        "SAFETY,+33639980100,UNKNOWN,false,cap-hour,leave,false",
        "SAFETY,+2250707070707,UNKNOWN,true,-,leave,false",
        "SAFETY,IMPOTS,UNKNOWN,true,-,not-answerable,false"
      })
  void whoMayBeToldWhatFromWhere(
      Purpose purpose,
      String to,
      Level recognised,
      boolean twoWay,
      String cap,
      String expected,
      boolean tellDesk) {
    Facts facts = new Facts(Consent.SILENT, recognised, twoWay, Optional.ofNullable(cap));
    LocalDateTime noon = LocalDateTime.parse("2026-11-24T12:00");
    Verdict verdict =
        new Rules(facts, () -> at(noon), GateSettings.usual())
            .judge(message(purpose, Channel.SMS, to, Optional.of(at(noon))));
    assertThat(said(verdict)).isEqualTo(expected);
    assertThat(verdict instanceof Verdict.Refuse refuse && refuse.tellDesk()).isEqualTo(tellDesk);
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Leave() -> "leave";
      case Verdict.Wait(Instant until) -> until.atZone(PARIS).toLocalDateTime().toString();
      case Verdict.Refuse(String reason, boolean _) -> reason;
    };
  }

  private static Outbound message(
      Purpose purpose, Channel channel, String to, Optional<Instant> replyTo) {
    return new Outbound(
        "o1",
        "trace",
        channel,
        Address.sender(to),
        "rdv/confirme",
        purpose,
        Level.NUMBER,
        true,
        replyTo,
        "texte",
        Optional.empty(),
        Instant.EPOCH);
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(PARIS).toInstant();
  }

  private record Facts(Consent consent, Level level, boolean twoWay, Optional<String> cap)
      implements GateFacts {
    @Override
    public Consent consent(Address address, Purpose purpose) {
      return consent;
    }

    @Override
    public Level recognised(Outbound message) {
      return level;
    }

    @Override
    public boolean twoWay(Channel channel, Purpose purpose) {
      return twoWay;
    }

    @Override
    public Optional<String> tooMany(Outbound message) {
      return cap;
    }
  }
}
