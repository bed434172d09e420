package fr.duret.permanence;

import fr.duret.permanence.conversation.actions.Consents;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Joins STOP and START of the dialogue to the gate's consents: STOP stops what it is about, which
/// is the last message that we sent there by ourselves.
///
/// @param consents where they are kept
/// @param outbox what we have sent
record StopWords(fr.duret.permanence.gate.Consents consents, Outbox outbox) implements Consents {

  /// Who says STOP later than that has forgotten what we sent.
  private static final Duration ANSWERS = Duration.ofDays(30);

  /// What we send by ourselves; answers, safety words and what the law demands go on.
  private static final Set<Purpose> SENT_FIRST =
      EnumSet.of(Purpose.SERVICE, Purpose.SURVEY, Purpose.MARKETING);

  @Override
  public About stop(Address address, Instant at) {
    Optional<Purpose> answered =
        outbox
            .lastSentFirst(address, at.minus(ANSWERS), at)
            .map(Owed::message)
            .map(Outbound::purpose)
            .filter(SENT_FIRST::contains)
            .filter(purpose -> !consents.stoppedBefore(address, purpose, at));
    consents.stop(address, answered.map(Set::of).orElse(SENT_FIRST), at);
    return answered.map(StopWords::about).orElse(About.EVERYTHING);
  }

  @Override
  public void start(Address address, Instant at) {
    consents.start(address, at);
  }

  private static About about(Purpose purpose) {
    return switch (purpose) {
      case SERVICE -> About.REMINDERS;
      case SURVEY -> About.SURVEYS;
      case MARKETING -> About.OFFERS;
      case LEGAL, SAFETY -> About.EVERYTHING;
    };
  }
}
