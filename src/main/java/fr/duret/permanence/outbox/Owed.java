package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import java.time.Instant;
import java.util.Optional;

/// A message of the outbox and where it stands, for those who read.
///
/// @param message the message
/// @param order its place among all; the cursor of a page
/// @param state where it stands
/// @param owedAt when it was first owed
/// @param tried when the last attempt began; the epoch if none did
/// @param attempts how often it was given to the transport
/// @param providerId the provider's id; empty while not known
/// @param report how far it came, as last told; empty while not told
/// @param reason why it was refused, dropped or failed; empty otherwise
public record Owed(
    Outbound message,
    String order,
    State state,
    Instant owedAt,
    Instant tried,
    int attempts,
    Optional<String> providerId,
    Optional<Report.Status> report,
    String reason) {}
