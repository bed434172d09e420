package fr.duret.permanence.conversation;

import java.time.Duration;

/// How long things last, in business time.
///
/// @param end a conversation ends so long after its last turn
/// @param silence a question without an answer for so long gets one reminder, unless its flow says
///   otherwise
/// @param quiet how long an SMS reply waits for the sender's next message (`reply.quiet`)
/// @param stretch a person who took a conversation over and never gave it back owns it for so long
///   at most: nobody's client waits for ever
public record ConversationSettings(
    Duration end, Duration silence, Duration quiet, Duration stretch) {

  /// 72 h, 20 min, 3 s and 12 h.
  public static final ConversationSettings DEFAULT =
      new ConversationSettings(
          Duration.ofHours(72),
          Duration.ofMinutes(20),
          Duration.ofSeconds(3),
          Duration.ofHours(12));

  /// The same with another end.
  public ConversationSettings withEnd(Duration time) {
    return new ConversationSettings(time, silence, quiet, stretch);
  }

  /// The same with another quiet time.
  public ConversationSettings withQuiet(Duration time) {
    return new ConversationSettings(end, silence, time, stretch);
  }
}
