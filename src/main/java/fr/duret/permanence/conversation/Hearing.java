package fr.duret.permanence.conversation;

import java.time.Instant;
import java.util.Map;

/// A text offered to a recogniser.
///
/// @param heard the text and what it means, read in the recogniser's own context
/// @param asked whether the text was said in answer to the question. If not, it is what the client
///   said before he was asked (his first message, or a correction): take it only if it is plain
/// @param variables the subject's variables
/// @param now when it was received
public record Hearing(Heard heard, boolean asked, Map<String, Object> variables, Instant now) {

  /// Keeps a copy of the variables.
  public Hearing {
    variables = Map.copyOf(variables);
  }
}
