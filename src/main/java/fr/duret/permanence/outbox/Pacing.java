package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets no channel send faster than its provider takes it: a bucket of tokens per channel, on the
/// machine's clock because providers count real seconds. Per process: with n nodes set a n-th each.
final class Pacing {

  private static final double NANOS = 1e9;

  /// The part of a burst that only answers may use: `burst / RESERVE`.
  private static final int RESERVE = 3;

  private final LongSupplier nanos;
  private final Map<Channel, Bucket> buckets = new EnumMap<>(Channel.class);

  Pacing(Map<Channel, OutboxSettings.Pace> paces, LongSupplier nanos) {
    this.nanos = nanos;
    paces.forEach((channel, pace) -> buckets.put(channel, new Bucket(pace, nanos.getAsLong())));
  }

  /// Whether a message may go now.
  synchronized boolean ready(Outbound message) {
    @Nullable Bucket bucket = buckets.get(message.channel());
    return bucket == null || bucket.tokens(nanos.getAsLong()) >= 1 + bucket.kept(message);
  }

  /// Counts a message that goes now.
  synchronized void take(Outbound message) {
    @Nullable Bucket bucket = buckets.get(message.channel());
    if (bucket != null) {
      bucket.tokens--;
    }
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

    int kept(Outbound message) {
      return Stored.urgent(message) ? 0 : pace.burst() / RESERVE;
    }
  }
}
