package fr.duret.permanence.gate;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Gate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The rules by which messages leave, wait or are refused.
///
/// Reasons of refusals: `not-answerable`, `foreign`, `one-way-sender`, `level`, `stopped`,
/// `no-consent`, `cap-hour`, `cap-day`, `cap-equal`.
public final class Rules implements Gate {

  private final GateFacts facts;
  private final InstantSource clock;
  private final GateSettings settings;
  private final Hours hours;

  /// @param clock the business clock
  public Rules(GateFacts facts, InstantSource clock, GateSettings settings) {
    this.facts = facts;
    this.clock = clock;
    this.settings = settings;
    this.hours = new Hours(settings);
  }

  @Override
  public Verdict judge(Outbound message) {
    if (!message.to().answerable()) {
      return new Verdict.Refuse("not-answerable", false);
    }
    // Safety words and alerts pass everything: a rule must never stand before a life.
    if (message.purpose() == Purpose.SAFETY) {
      return new Verdict.Leave();
    }
    return forbidden(message)
        .or(() -> unwanted(message))
        .or(() -> tooMany(message))
        .orElseGet(() -> when(message));
  }

  private Optional<Verdict> forbidden(Outbound message) {
    if (foreign(message.to())) {
      return refuse("foreign", true);
    }
    if (message.wantsAnswer() && !facts.twoWay(message.channel(), message.purpose())) {
      return refuse("one-way-sender", true);
    }
    if (message.needs() != Level.UNKNOWN && !facts.recognised(message).allows(message.needs())) {
      return refuse("level", true);
    }
    return Optional.empty();
  }

  private Optional<Verdict> unwanted(Outbound message) {
    return switch (message.purpose()) {
      // What the law obliges us to send cannot be declined; an answer is not what STOP is about.
      case LEGAL, SAFETY -> Optional.empty();
      case SERVICE -> answers(message) ? Optional.empty() : unlessStopped(message);
      case SURVEY -> unlessStopped(message);
      case MARKETING ->
          consent(message) == Consent.SILENT ? refuse("no-consent", false) : unlessStopped(message);
    };
  }

  private Optional<Verdict> unlessStopped(Outbound message) {
    return consent(message) == Consent.STOPPED ? refuse("stopped", false) : Optional.empty();
  }

  private Optional<Verdict> tooMany(Outbound message) {
    return facts.tooMany(message).map(reason -> new Verdict.Refuse(reason, true));
  }

  private Verdict when(Outbound message) {
    boolean awaited = message.purpose() != Purpose.MARKETING && answers(message);
    if (awaited || !disturbs(message.channel())) {
      return new Verdict.Leave();
    }
    Instant now = clock.instant();
    Instant open = hours.nextOpen(now, message.purpose() != Purpose.MARKETING);
    return open.equals(now) ? new Verdict.Leave() : new Verdict.Wait(open);
  }

  private Consent consent(Outbound message) {
    return facts.consent(message.to(), message.purpose());
  }

  private boolean answers(Outbound message) {
    return message
        .replyTo()
        .filter(asked -> !asked.plus(settings.reply()).isBefore(clock.instant()))
        .isPresent();
  }

  private boolean foreign(Address address) {
    return address.kind() == Address.Kind.PHONE
        && settings.prefixes().stream().noneMatch(address.value()::startsWith);
  }

  /// Whether it makes a telephone ring.
  private static boolean disturbs(Channel channel) {
    return switch (channel) {
      case SMS, VOICE -> true;
      case EMAIL, WEB -> false;
    };
  }

  private static Optional<Verdict> refuse(String reason, boolean tellDesk) {
    return Optional.of(new Verdict.Refuse(reason, tellDesk));
  }
}
