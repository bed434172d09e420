package fr.duret.permanence.outbox;

import java.time.Duration;

/// What a provider says about a message of which it is not known whether it left.
public sealed interface Finding {

  /// It left.
  ///
  /// @param providerId the provider's id of it
  record Left(String providerId) implements Finding {}

  /// It did not leave (or may be sent again without harm): it is owed again.
  record NeverLeft() implements Finding {}

  /// Nobody can say yet.
  ///
  /// @param after ask again after so long; zero leaves it to the outbox's back-off
  record AskLater(Duration after) implements Finding {}

  /// Nobody will ever be able to say: it counts as failed, and the desk is told.
  ///
  /// @param reason in words; nothing private
  record Lost(String reason) implements Finding {}
}
