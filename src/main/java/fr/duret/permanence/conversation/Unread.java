package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Counts a client's silence from when our answer left: while the provider is away it waits with
/// us, and nobody is reminded of a question that reaches him in the same minute.
final class Unread {

  /// How soon to look again while the answer has not left.
  private static final Duration AGAIN = Duration.ofMinutes(5);

  /// A shorter wait is the usual one: several messages leave as one.
  private static final Duration USUAL = Duration.ofMinutes(1);

  private Unread() {}

  /// Until when the silence after the last turn is none; at its due time if the answer left at
  /// once.
  ///
  /// @param now when that is looked at
  static Instant until(Conversation conversation, Aftermath aftermath, Instant now) {
    Instant due = conversation.silence.orElse(now);
    Duration longest = Duration.ZERO;
    for (Outbound reply : replies(conversation)) {
      Optional<Duration> waited = aftermath.waited(reply.id());
      if (waited.isEmpty()) {
        return now.plus(AGAIN);
      }
      longest = waited.get().compareTo(longest) > 0 ? waited.get() : longest;
    }
    return longest.compareTo(USUAL) > 0 ? due.plus(longest) : due;
  }

  private static List<Outbound> replies(Conversation conversation) {
    return conversation.done.map(Done::replies).orElse(List.of()).stream()
        .map(Conversation.Reply::message)
        .toList();
  }
}
