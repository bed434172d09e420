package fr.duret.permanence.desk;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// What a person is asked to look at.
///
/// @param cause id of the command: the same cause never opens or raises twice
/// @param kind why
/// @param subject what it is about, in words; never blank: a ticket that cannot be read helps
///   nobody
/// @param matter what names the open matter; demands about one matter share one ticket
/// @param contact where the client can be reached
/// @param client the person on file, if known
/// @param at business time of the demand
public record Demand(
    String cause,
    TicketKind kind,
    String subject,
    String matter,
    Address contact,
    Optional<String> client,
    Instant at) {

  /// Refuses a demand that nobody could work on.
  ///
  /// @throws IllegalArgumentException if the subject is blank
  public Demand {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a ticket needs a subject");
    }
  }
}
