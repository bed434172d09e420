package fr.duret.permanence;

import fr.duret.permanence.conversation.actions.Consents;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Purpose;
import java.time.Instant;
import java.util.Set;

/// Joins STOP and START of the dialogue to the gate's consents.
///
/// @param consents where they are kept
record StopWords(fr.duret.permanence.gate.Consents consents) implements Consents {

  /// What we send by ourselves; answers, safety words and what the law demands go on.
  private static final Set<Purpose> SENT_FIRST =
      Set.of(Purpose.SERVICE, Purpose.SURVEY, Purpose.MARKETING);

  @Override
  public void stop(Address address, Instant at) {
    consents.stop(address, SENT_FIRST, at);
  }

  @Override
  public void start(Address address, Instant at) {
    consents.start(address, at);
  }
}
