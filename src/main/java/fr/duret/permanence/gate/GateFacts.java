package fr.duret.permanence.gate;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.util.Optional;

/// What the gate asks of others; the root joins it. No answer may have an effect.
public interface GateFacts {

  /// What the receiver has said about messages of that purpose.
  Consent consent(Address address, Purpose purpose);

  /// How well the receiver of this message is recognised: at least [Level#NUMBER] when the address
  /// belongs to exactly one person on file.
  Level recognised(Outbound message);

  /// Whether a message of that channel and purpose would leave from a sender that can be answered.
  boolean twoWay(Channel channel, Purpose purpose);

  /// Why one more automatic answer would be too much: `cap-hour`, `cap-day`, `cap-equal`; empty if
  /// it is not.
  Optional<String> tooMany(Outbound message);
}
