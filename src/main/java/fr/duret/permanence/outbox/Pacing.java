package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets what we send of our own accord not leave faster than the provider takes it: a bucket of
/// tokens per channel, on the machine's clock because providers count real seconds.
///
/// Answers and safety words are counted too but never wait here: there are no more of them than
/// messages that arrive, and should the provider refuse one, it says when to try again. Per
/// process: with n nodes set a n-th each; the provider's refusal guards what the nodes do not tell
/// each other.
final class Pacing {

  private static final double NANOS = 1e9;

  private final LongSupplier nanos;
  private final Map<Channel, Bucket> buckets = new EnumMap<>(Channel.class);

  Pacing(Map<Channel, OutboxSettings.Pace> paces, LongSupplier nanos) {
    this.nanos = nanos;
    paces.forEach((channel, pace) -> buckets.put(channel, new Bucket(pace, nanos.getAsLong())));
  }

  /// Whether a message may go now.
  synchronized boolean ready(Outbound message) {
    @Nullable Bucket bucket = buckets.get(message.channel());
    return bucket == null || Stored.urgent(message) || bucket.tokens(nanos.getAsLong()) >= 1;
  }

  /// Counts a message that goes now.
  ///
  /// @return false if another one was quicker: it may not go
  synchronized boolean take(Outbound message) {
    @Nullable Bucket bucket = buckets.get(message.channel());
    if (!ready(message)) {
      return false;
    }
    if (bucket != null) {
      bucket.take(nanos.getAsLong());
    }
    return true;
  }

  private static final class Bucket {

    private final OutboxSettings.Pace pace;
    private double tokens;
    private long filled;

    Bucket(OutboxSettings.Pace pace, long now) {
      this.pace = pace;
      this.tokens = pace.burst();
      this.filled = now;
    }

    double tokens(long now) {
      tokens = Math.min(pace.burst(), tokens + (now - filled) / NANOS * pace.perSecond());
      filled = now;
      return tokens;
    }

    /// A flood of answers holds the rest up for a burst at most, not for ever.
    void take(long now) {
      tokens = Math.max(tokens(now) - 1, -pace.burst());
    }
  }
}
