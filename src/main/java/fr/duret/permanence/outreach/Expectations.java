package fr.duret.permanence.outreach;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Map;

/// Tells the conversation what the next message of an address answers; the root joins it.
@FunctionalInterface
public interface Expectations {

  /// The next message of that address answers a question that we are about to ask. Repeated, it
  /// changes nothing.
  ///
  /// @param question the step of a flow: `rappel/reponse`
  /// @param variables those that the flow declares, as texts
  void expect(Address address, String question, Map<String, Object> variables, Instant now);
}
