package fr.duret.permanence;

import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Conversations;
import fr.duret.permanence.gate.Consent;
import fr.duret.permanence.gate.Consents;
import fr.duret.permanence.gate.GateFacts;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Caps;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Joins the gate to what the features know.
///
/// @param conversations the conversation of an address, if one is under way
/// @param senders whether messages of a channel and purpose leave from a sender that can be
///   answered
record KnownFacts(
    Consents consents,
    Clients clients,
    Caps caps,
    Function<Address, Optional<Conversations.View>> conversations,
    BiPredicate<Channel, Purpose> senders)
    implements GateFacts {

  @Override
  public Consent consent(Address address, Purpose purpose) {
    return consents.of(address, purpose);
  }

  /// On a shared number whoever named himself in the conversation is recognised.
  @Override
  public Level recognised(Outbound message) {
    return switch (clients.behind(message.to()).size()) {
      case 0 -> Level.UNKNOWN;
      case 1 -> Level.NUMBER;
      default ->
          conversations.apply(message.to()).flatMap(Conversations.View::person).isPresent()
              ? Level.NUMBER
              : Level.UNKNOWN;
    };
  }

  @Override
  public boolean twoWay(Channel channel, Purpose purpose) {
    return senders.test(channel, purpose);
  }

  @Override
  public Optional<String> tooMany(Outbound message) {
    return caps.exceeded(message);
  }
}
