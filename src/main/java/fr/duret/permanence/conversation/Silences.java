package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Flow;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Silence;
import fr.duret.permanence.conversation.flow.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Watches over questions without an answer. One timer a conversation, planned only when none is
/// due before: a turn then costs no write for it, and a timer that comes too early is set anew.
final class Silences {

  private Silences() {}

  /// What happens if the present question gets no answer; empty if nothing does.
  static Optional<Silence> of(FlowSet flows, Dialogue dialogue) {
    return dialogue
        .subject
        .at
        .flatMap(at -> flows.step(at.flow(), at.step()).flatMap(step -> of(flows, at, step)))
        .filter(silence -> !silence.none());
  }

  private static Optional<Silence> of(FlowSet flows, Position at, Step step) {
    return switch (step) {
      case Step.Ask ask -> ask.silence().or(() -> flows.flow(at.flow()).map(Flow::silence));
      case Step.Do _, Step.Say _ -> Optional.empty();
    };
  }

  /// Notes until when an answer is waited for.
  ///
  /// @return when a timer must be set; empty if one will look in time
  static Optional<Instant> watch(
      Conversation conversation, Optional<Silence> silence, Instant now, Duration usual) {
    conversation.silence = silence.map(what -> now.plus(what.after().orElse(usual)));
    Optional<Instant> needed =
        conversation.silence.filter(due ->
            conversation.timer.filter(set -> set.isAfter(now) && !set.isAfter(due)).isEmpty());
    needed.ifPresent(due -> conversation.timer = needed);
    return needed;
  }
}
