package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Context;
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
/// @param reader reads a text against another question
public record Hearing(
    Heard heard,
    boolean asked,
    Map<String, Object> variables,
    boolean doubtful,
    Instant now,
    Reader reader) {

  /// Reads a text in a context.
  @FunctionalInterface
  public interface Reader {

    /// What it means there, of somebody who has a visit ahead if this one has; what the turn has
    /// read already is not read again.
    Heard read(String text, Context context);
  }

  /// Keeps a copy of the variables.
  public Hearing {
    variables = Map.copyOf(variables);
  }

  /// The text as an answer to another question: words about a visit just settled may mean one of
  /// the slots that were offered before.
  public Heard against(Context context) {
    return reader.read(heard.text(), context);
  }

  /// The text as said out of the blue.
  public Heard alone() {
    return against(Context.none());
  }
}
