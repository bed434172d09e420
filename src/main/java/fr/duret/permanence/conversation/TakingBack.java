package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Takes back what has not left yet: several quick messages get one answer, and nobody talks over a
/// person who takes over.
final class TakingBack {

  private final Aftermath aftermath;

  TakingBack(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  /// Takes back the question of the turn before.
  ///
  /// @return whether there was one, and it has not left
  boolean question(Conversation conversation, Instant now) {
    List<String> questions = waiting(conversation, now, Conversation.Reply::question);
    return !questions.isEmpty() && aftermath.withdraw(questions).containsAll(questions);
  }

  /// Takes back whatever of the turn before still waits.
  void all(Conversation conversation, Instant now) {
    List<String> replies = waiting(conversation, now, _ -> true);
    if (!replies.isEmpty()) {
      aftermath.withdraw(replies);
    }
  }

  /// Whether the notice that a machine answers was in what was taken back.
  static boolean noticeIn(Conversation conversation) {
    return replies(conversation).stream().anyMatch(reply -> reply.question() && reply.notice());
  }

  private static List<String> waiting(
      Conversation conversation, Instant now, Predicate<Conversation.Reply> which) {
    return replies(conversation).stream()
        .filter(which)
        .map(Conversation.Reply::message)
        .filter(message -> message.notBefore().isAfter(now))
        .map(Outbound::id)
        .toList();
  }

  private static List<Conversation.Reply> replies(Conversation conversation) {
    return conversation.done.map(Conversation.Done::replies).orElse(List.of());
  }
}
