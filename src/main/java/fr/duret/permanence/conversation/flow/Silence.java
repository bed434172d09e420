package fr.duret.permanence.conversation.flow;

import java.time.Duration;
import java.util.Optional;

/// What happens when a question gets no answer: once, then the conversation waits on quietly.
///
/// @param after how long without an answer; empty for the setting
/// @param none nothing happens
/// @param say what to say; empty for the engine's own words, or with a step to run for none
/// @param next a step to run instead of waiting on
public record Silence(
    Optional<Duration> after, boolean none, Optional<String> say, Optional<Next> next) {

  /// The engine's own words after the setting's time.
  public static final Silence DEFAULT =
      new Silence(Optional.empty(), false, Optional.empty(), Optional.empty());

  /// The template to say, if anything is said.
  public Optional<String> words() {
    return say.or(() -> next.isPresent() ? Optional.empty() : Optional.of("engine/silence"));
  }
}
