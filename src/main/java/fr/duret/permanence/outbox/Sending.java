package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One attempt at a message, and the settling of one in doubt. Every end is written by a
/// compare-and-set on the attempt, so what comes too late changes nothing.
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /// Doubling a pause more often than this only overflows.
  private static final int DOUBLINGS = 20;

  private final MongoOutbox messages;
  private final Map<Channel, Transport> transports;
  private final Undeliverable undeliverable;
  private final InstantSource clock;
  private final OutboxSettings settings;

  Sending(
      MongoOutbox messages, Outbox.Joints joints, InstantSource clock, OutboxSettings settings) {
    this.messages = messages;
    this.transports = Map.copyOf(joints.transports());
    this.undeliverable = joints.undeliverable();
    this.clock = clock;
    this.settings = settings;
  }

  /// The longest that an attempt may take.
  Duration timeout(Outbound message) {
    return transport(message).timeout();
  }

  /// Makes the attempt that the store says is being made.
  void send(Stored sending) {
    try (var _ = MDC.putCloseable("trace", sending.message().trace())) {
      switch (attempt(sending)) {
        case Attempt.Sent(String providerId) -> sent(sending, providerId);
        case Attempt.Unknown(String reason) -> doubt(sending, reason);
        case Attempt.Rejected(String code, String reason) -> failed(sending, code, reason);
        case Attempt.TryLater(Duration after) -> again(sending, after);
      }
    }
  }

  /// Nobody knows whether the attempt left: to be settled when the provider can say.
  void doubt(Stored sending, String reason) {
    LOG.warn("a message '{}' may have left or not: {}", sending.message().template(), reason);
    Duration wait = transport(sending.message()).settleAfter();
    messages.unknown(sending, sending.attempted().plus(wait));
  }

  /// Asks the provider, unless a report has already told.
  ///
  /// @return whether it is settled
  boolean settle(Stored unknown) {
    try (var _ = MDC.putCloseable("trace", unknown.message().trace())) {
      return switch (finding(unknown)) {
        case Finding.Left(String providerId) -> sent(unknown, providerId);
        case Finding.NeverLeft() -> messages.owedAgain(unknown, clock.instant());
        case Finding.AskLater(Duration after) -> {
          messages.park(unknown, clock.instant().plus(after.isZero() ? pause(unknown) : after));
          yield false;
        }
        case Finding.Lost(String reason) -> failed(unknown, "lost", reason);
      };
    }
  }

  /// Whether it has been in doubt for too long to go on asking.
  boolean hopeless(Stored unknown) {
    return clock.instant().isAfter(unknown.attempted().plus(settings.giveUp()));
  }

  /// Nobody could be asked whether it left.
  void giveUp(Stored unknown) {
    failed(unknown, "gave-up", "it may have left: the provider could not be asked for too long");
  }

  /// It left; should the provider already have reported that it did not arrive, it has failed.
  boolean sent(Stored known, String providerId) {
    Optional<Stored> sent = messages.sent(known, providerId);
    // Not its id: that of an alert holds the number of whoever is alerted.
    LOG.info("a message '{}' left", known.message().template());
    sent.or(() -> messages.find(known.id()))
        .filter(now -> now.report().map(Report.Status::lost).orElse(false))
        .ifPresent(now -> messages.failed(now, "report"));
    return sent.isPresent();
  }

  private boolean failed(Stored known, String code, String reason) {
    undeliverable.undeliverable(known.message(), code, reason);
    return messages.failed(known, code);
  }

  private void again(Stored sending, Duration after) {
    Instant next = clock.instant().plus(pause(sending, after));
    if (next.isAfter(sending.message().notBefore().plus(settings.giveUp()))) {
      failed(sending, "gave-up", "the provider could not be reached for too long");
    } else {
      messages.owedAgain(sending, next);
    }
  }

  /// As long as it has been in doubt: asking is no attempt that could be counted, and every doubt
  /// asked about every few seconds would fill the store while the provider is away.
  private Duration pause(Stored unknown) {
    Duration doubt = Duration.between(unknown.attempted(), clock.instant());
    Duration atLeast = doubt.compareTo(settings.pause()) < 0 ? settings.pause() : doubt;
    return atLeast.compareTo(settings.longestPause()) < 0 ? atLeast : settings.longestPause();
  }

  private Duration pause(Stored known, Duration asked) {
    if (!asked.isZero()) {
      return asked;
    }
    int doublings = Math.clamp(known.attempts() - 1, 0, DOUBLINGS);
    Duration doubled = settings.pause().multipliedBy(1L << doublings);
    return doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
  }

  private Attempt attempt(Stored sending) {
    try {
      return transport(sending.message()).send(sending.message());
    } catch (RuntimeException e) {
      LOG.warn("the transport failed", e);
      return new Attempt.Unknown(e.getClass().getSimpleName());
    }
  }

  private Finding finding(Stored unknown) {
    if (unknown.report().isPresent()) {
      return new Finding.Left(unknown.providerId().orElse(""));
    }
    try {
      return transport(unknown.message())
          .settle(
              new Transport.Doubt(
                  unknown.message(),
                  unknown.attempted(),
                  unknown.attempts(),
                  providerId -> messages.attributed(unknown, providerId)));
    } catch (RuntimeException e) {
      LOG.warn("asking whether a message left failed", e);
      return new Finding.AskLater(Duration.ZERO);
    }
  }

  private Transport transport(Outbound message) {
    @Nullable Transport transport = transports.get(message.channel());
    return transport == null ? NoTransport.INSTANCE : transport;
  }
}
