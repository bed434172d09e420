package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The guard against loops and costs: two automatic answerers must not talk to each other for ever.
/// It counts what the outbox remembers, so it needs no state of its own and holds on all nodes.
@SuppressWarnings("DoNotCallSuggester")
public final class Caps {

  /// How much is allowed, per address. Only automatic answers count (messages with
  /// [Outbound#replyTo()]); safety words always pass.
  ///
  /// @param anHour answers in any hour
  /// @param aDay answers in any 24 hours
  /// @param equalWithin the same words are not said twice within that time
  public record Settings(int anHour, int aDay, Duration equalWithin) {

    /// As DESIGN says: 20 an hour, 60 a day; equal words once in ten minutes.
    public static final Settings DEFAULT = new Settings(20, 60, Duration.ofMinutes(10));
  }

  /// Reads the outbox of that store.
  public Caps(Store store, InstantSource clock, Settings settings) {
    throw new UnsupportedOperationException();
  }

  /// Why this message would be too much: `cap-hour`, `cap-day`, `cap-equal`; empty if it is not.
  public Optional<String> exceeded(Outbound message) {
    throw new UnsupportedOperationException();
  }
}
