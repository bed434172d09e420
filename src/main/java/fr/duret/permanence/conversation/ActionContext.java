package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an action may know and ask for.
public interface ActionContext extends Memory {

  /// The person on file the conversation is with; empty while nobody is recognised.
  Optional<String> person();

  /// How well that person is recognised: what may be told depends on it.
  Level level();

  /// Where the turn's message came from, and where the answer goes.
  Address address();

  /// What carried it.
  Channel channel();

  /// The conversation, stable over its turns; fit to name what belongs to it (a hold, a ticket).
  String conversation();

  /// What was said in this turn; its text is empty when a timer brought us here.
  Heard heard();

  /// What a text, or a part of one, means when it is said out of the blue.
  Heard read(String text);

  /// All that was said since the subject was opened, oldest first, this turn included.
  List<String> said();

  /// The turn's business time: when its message was received, not when it is handled.
  Instant now();

  /// The subject's variables: texts, whole numbers, booleans, lists and maps of these.
  Map<String, Object> variables();

  /// A variable as text; empty if it is not set.
  default Optional<String> text(String variable) {
    return Optional.ofNullable(variables().get(variable)).map(Object::toString);
  }

  /// The constants of the step's `with:`.
  Map<String, String> parameters();

  /// The id that joins this turn's logs from the webhook to the outgoing message.
  String trace();

  /// The cause for the next effect: `<id of the turn's first entry>#<ordinal>`, the same at every
  /// replay. The first call makes the turn's claim durable, so call it only to write.
  String nextCause();

  /// Has something done once the turn's answer is owed; not at all if the turn comes to nothing.
  void afterwards(Errand errand);
}
