package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Channel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How the outbox behaves.
///
/// @param pause before the second attempt, doubled for each further one (business time)
/// @param longestPause where doubling ends
/// @param giveUp a message not sent for so long after its not-before time has failed, and so has
///   one in doubt of which nobody could be asked for so long (business time)
/// @param paces how fast what we send first may leave by each channel (machine time); a channel not
///   named is not paced, answers and safety words never are
public record OutboxSettings(
    Duration pause, Duration longestPause, Duration giveUp, Map<Channel, Pace> paces) {

  /// How fast a channel may send.
  ///
  /// @param perSecond messages a second in the long run
  /// @param burst messages at once after a quiet time
  public record Pace(double perSecond, int burst) {}

  /// From 5 s doubling to 15 min, three days long; not paced.
  public static final OutboxSettings DEFAULT =
      new OutboxSettings(
          Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofDays(3), Map.of());

  /// Keeps a copy of the paces.
  public OutboxSettings {
    paces = Map.copyOf(paces);
  }

  /// The same with a channel paced.
  public OutboxSettings withPace(Channel channel, Pace pace) {
    Map<Channel, Pace> more = new EnumMap<>(Channel.class);
    more.putAll(paces);
    more.put(channel, pace);
    return new OutboxSettings(pause, longestPause, giveUp, more);
  }
}
