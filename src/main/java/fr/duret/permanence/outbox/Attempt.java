package fr.duret.permanence.outbox;

import java.time.Duration;

/// What became of one attempt to hand a message to its provider.
public sealed interface Attempt {

  /// The provider has it.
  ///
  /// @param providerId the provider's id of it
  record Sent(String providerId) implements Attempt {}

  /// It may have left or not: a time-out, a broken connection, a 5xx after the body was written.
  ///
  /// @param reason for the logs; nothing private
  record Unknown(String reason) implements Attempt {}

  /// The provider will never take it: invalid number, opt-out.
  ///
  /// @param code the provider's code
  /// @param reason in words; nothing private
  record Rejected(String code, String reason) implements Attempt {}

  /// It has surely not left, and may later: rate limit, connection refused.
  ///
  /// @param after how long the provider asks to wait; zero leaves it to the outbox's back-off
  record TryLater(Duration after) implements Attempt {}
}
