package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.time.Instant;
import java.util.Optional;

/// Messages for tests.
final class Samples {

  static final Address DUPONT = Address.mailbox("dupont@example.fr");
  static final Address MARTIN = Address.mailbox("martin@example.fr");

  private Samples() {}

  static Outbound answer(String id, Address to) {
    return message(id, to, Purpose.SERVICE, Optional.of(ManualClock.START), "texte " + id);
  }

  static Outbound answer(String id, Address to, String text) {
    return message(id, to, Purpose.SERVICE, Optional.of(ManualClock.START), text);
  }

  static Outbound reminder(String id, Address to) {
    return message(id, to, Purpose.SERVICE, Optional.empty(), "rappel " + id);
  }

  static Outbound safety(String id, Address to) {
    return message(id, to, Purpose.SAFETY, Optional.of(ManualClock.START), "danger " + id);
  }

  static Outbound later(Outbound message, Instant notBefore) {
    return new Outbound(
        message.id(),
        message.trace(),
        message.channel(),
        message.to(),
        message.template(),
        message.purpose(),
        message.needs(),
        message.wantsAnswer(),
        message.replyTo(),
        message.text(),
        message.subject(),
        notBefore);
  }

  private static Outbound message(
      String id, Address to, Purpose purpose, Optional<Instant> replyTo, String text) {
    return new Outbound(
        id,
        "trace-" + id,
        Channel.SMS,
        to,
        "rdv/test",
        purpose,
        Level.NUMBER,
        true,
        replyTo,
        text,
        Optional.of("visit/V-" + id),
        ManualClock.START);
  }
}
