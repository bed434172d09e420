package fr.duret.permanence.outbox;

import java.time.Instant;

/// What a provider says about a message of ours, some time later; may come twice and out of order.
///
/// @param messageId our id of the message, as given to the provider
/// @param providerId the provider's id of it
/// @param status how far it came
/// @param code the provider's code of what went wrong; empty if nothing did
/// @param at when we were told, in business time
public record Report(String messageId, String providerId, Status status, String code, Instant at) {

  /// How far a message came. A later stage is never followed by an earlier one.
  public enum Status {
    /// With the provider.
    QUEUED(1, false),
    /// With the carrier.
    SENT(2, false),
    /// With the receiver.
    DELIVERED(3, false),
    /// The carrier could not deliver it.
    UNDELIVERED(3, true),
    /// The provider could not send it.
    FAILED(3, true);

    private final int stage;
    private final boolean lost;

    Status(int stage, boolean lost) {
      this.stage = stage;
      this.lost = lost;
    }

    /// Whether nothing more will be told.
    boolean isLast() {
      return stage == DELIVERED.stage;
    }

    int stage() {
      return stage;
    }

    boolean lost() {
      return lost;
    }
  }
}
