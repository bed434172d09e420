package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/// What carries messages of one channel to their receivers: a provider. Used from many virtual
/// threads at once; for one address at most one call at a time, over all nodes.
public interface Transport {

  /// Hands the message over, blocking no longer than [#timeout()]. Called only if that fits in what
  /// is left of this node's lease. Whatever it throws counts as [Attempt.Unknown].
  Attempt send(Outbound message);

  /// The longest that [#send] takes, by the machine's clock.
  Duration timeout();

  /// How long after an attempt (business time) asking about it makes sense: a provider's list may
  /// lag behind.
  Duration settleAfter();

  /// Asks the provider whether a message has left. Must have no effect. Whatever it throws counts
  /// as [Finding.AskLater].
  Finding settle(Doubt doubt);

  /// A message of which it is not known whether it left.
  ///
  /// @param message the message
  /// @param attempted when the attempt began, in business time
  /// @param attempts how many attempts were made in all, at least 1
  /// @param attributed whether a provider's id is already known to be another message of ours; of
  ///   several equal texts in the provider's list only the others may be this one
  record Doubt(Outbound message, Instant attempted, int attempts, Predicate<String> attributed) {}
}
