package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The guard against loops and costs: two automatic answerers must not talk to each other for ever.
/// It counts what the outbox remembers, so it needs no state of its own and holds on all nodes.
public final class Caps {

  /// How much is allowed, per address. Only automatic answers count (messages with
  /// [Outbound#replyTo()]); safety words always pass.
  ///
  /// @param anHour answers in any hour
  /// @param aDay answers in any 24 hours
  /// @param equal the same words are not said more often than that within `equalWithin`: once would
  ///   leave people without an answer who ask again, choose anew or change their minds
  /// @param equalWithin how long words count as said
  /// @param last the template of what is said when it is too much, which passes: whoever owes it
  ///   owes it once
  public record Settings(int anHour, int aDay, int equal, Duration equalWithin, String last) {

    /// 20 an hour, 60 a day; equal words three times in ten minutes, so that a machine that always
    /// says the same meets the guard long before that of the hour.
    public static final Settings DEFAULT = new Settings(20, 60, 3, Duration.ofMinutes(10), "");
  }

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final MongoOutbox messages;
  private final InstantSource clock;
  private final Settings settings;

  /// Reads the outbox of that store.
  public Caps(Store store, InstantSource clock, Settings settings) {
    this.messages = new MongoOutbox(store);
    this.clock = clock;
    this.settings = settings;
  }

  /// Why this message would be too much: `cap-hour`, `cap-day`, `cap-equal`; empty if it is not.
  public Optional<String> exceeded(Outbound message) {
    if (message.purpose() == Purpose.SAFETY
        || message.replyTo().isEmpty()
        || message.template().equals(settings.last())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Stored> answers =
        messages.to(message.to(), now.minus(DAY)).stream()
            .filter(Caps::left)
            .filter(answer -> !answer.id().equals(message.id()))
            .toList();
    if (answers.size() >= settings.aDay()) {
      return Optional.of("cap-day");
    }
    if (answers.stream().filter(within(HOUR, now)).count() >= settings.anHour()) {
      return Optional.of("cap-hour");
    }
    return answers.stream()
                .filter(within(settings.equalWithin(), now))
                .filter(answer -> answer.message().text().equals(message.text()))
                .count()
            >= settings.equal()
        ? Optional.of("cap-equal")
        : Optional.empty();
  }

  private static Predicate<Stored> within(Duration time, Instant now) {
    return answer -> answer.owedAt().isAfter(now.minus(time));
  }

  /// Whether it is an answer that has reached the provider, or may have.
  private static boolean left(Stored stored) {
    return stored.message().replyTo().isPresent()
        && stored.message().purpose() != Purpose.SAFETY
        && switch (stored.state()) {
          case SENDING, UNKNOWN, SENT -> true;
          case OWED, FAILED, WITHDRAWN, REFUSED, DROPPED -> false;
        };
  }
}
