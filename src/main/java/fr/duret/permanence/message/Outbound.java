package fr.duret.permanence.message;

import java.time.Instant;
import java.util.Optional;

/// A message that we owe somebody, written out and ready to leave.
///
/// @param id derived from its cause, so that owing it twice is owing it once
/// @param trace the id that joins everything from the webhook to this message in the logs
/// @param channel what must carry it
/// @param to who receives it
/// @param template the template it was made from, for figures and for the gate
/// @param purpose why it leaves
/// @param needs how well the receiver must be recognised to be told this
/// @param wantsAnswer whether it asks for an answer, and so needs a two-way sender
/// @param replyTo when the message it answers was received; empty for what we send first
/// @param text the words
/// @param subject what it speaks of (`visit/V-123`), re-read before it leaves; empty if nothing
/// @param notBefore the business time before which it must not leave
public record Outbound(
    String id,
    String trace,
    Channel channel,
    Address to,
    String template,
    Purpose purpose,
    Level needs,
    boolean wantsAnswer,
    Optional<Instant> replyTo,
    String text,
    Optional<String> subject,
    Instant notBefore) {}
