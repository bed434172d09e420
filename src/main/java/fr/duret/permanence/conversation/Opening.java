package fr.duret.permanence.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Opens subjects at questions that other code asks: we write first.
final class Opening {

  private final Beginnings beginnings;

  Opening(Beginnings beginnings) {
    this.beginnings = beginnings;
  }

  /// Makes the next message of a conversation the answer to that question; what was being asked is
  /// put aside. The conversation has its address.
  void expect(
      Conversation conversation, Position question, Map<String, Object> variables, Instant now) {
    beginnings.begin(conversation, beginnings.version(conversation, now), now);
    var flows = beginnings.flows(conversation.dialogue);
    if (flows.step(question.flow(), question.step()).isEmpty()) {
      throw new IllegalArgumentException("no question " + question);
    }
    Subject present = conversation.dialogue.subject;
    if (present.intent.equals(Subject.OURS)
        && present.variables.entrySet().containsAll(variables.entrySet())) {
      return;
    }
    Subject subject = new Subject(Subject.OURS);
    subject.variables.putAll(variables);
    subject.at = Optional.of(question);
    if (present.at.isPresent()) {
      conversation.dialogue.suspend(false);
    }
    conversation.dialogue.subject = subject;
    conversation.silence = Optional.empty();
    conversation.last = now;
  }
}
