package fr.duret.permanence.conversation;

import java.time.Instant;
import java.util.Map;

/// A text offered to a recogniser.
///
/// @param heard the text and what it means, read in the recogniser's own context
/// @param asked whether the text was said in answer to the question. If not, it is what the client
///   said before he was asked (his first message, or a correction): take it only if it is plain
/// @param variables the subject's variables
/// @param doubtful whether a person has spoken since the question was asked and the text tells
///   nothing by itself, so that a bare « la 1 » may be about his words
/// @param now when it was received
public record Hearing(
    Heard heard, boolean asked, Map<String, Object> variables, boolean doubtful, Instant now) {

  /// Keeps a copy of the variables.
  public Hearing {
    variables = Map.copyOf(variables);
  }
}
