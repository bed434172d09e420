package fr.duret.permanence.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// A message as it arrived, before anyone has read it.
///
/// @param id unique over all providers and for ever: `twilio:SM…`, `mail:<…>`; the same message
///   received twice has the same id
/// @param channel what carried it
/// @param from who wrote
/// @param to our own number or mailbox that received it, as the provider writes it
/// @param text what was written; may be empty, may be anything
/// @param media where attached pictures and files can be fetched
/// @param at when it was received, in business time: the *now* of the turn that will read it
public record Inbound(
    String id, Channel channel, Address from, String to, String text, List<URI> media, Instant at) {

  /// Keeps a copy of the media.
  public Inbound {
    media = List.copyOf(media);
  }
}
