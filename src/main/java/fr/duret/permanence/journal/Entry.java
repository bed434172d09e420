package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that happened between us and a contact.
///
/// @param id unique for ever; of what was received, the [fr.duret.permanence.message.Inbound]'s id
/// @param order its place among all entries: compares as text, by time and then by arrival
/// @param trace the id that joins a received message and all that follows from it
/// @param kind what happened
/// @param channel what carried it
/// @param contact the other side's address
/// @param ours our own number or mailbox as the provider writes it; empty if not known
/// @param text what was said; may be empty
/// @param media where attached pictures and files can be fetched
/// @param at when, in business time
/// @param state whether somebody still has to deal with it
/// @param outcome what became of it, in a word or two; empty while it waits
/// @param failures how often handling it has failed
public record Entry(
    String id,
    String order,
    String trace,
    Kind kind,
    Channel channel,
    Address contact,
    String ours,
    String text,
    List<URI> media,
    Instant at,
    State state,
    Optional<String> outcome,
    int failures) {

  /// What happened.
  public enum Kind {
    /// It reached us.
    RECEIVED,
    /// We owed and, as its outcome says, sent it.
    SENT,
    /// The provider told what became of a message of ours.
    REPORT,
    /// A message of ours was not allowed to leave.
    REFUSED
  }

  /// Whether somebody still has to deal with it.
  public enum State {
    /// Not yet handled.
    WAITING,
    /// Dealt with, or nothing to be dealt with.
    HANDLED,
    /// Handling it failed too often: a person has been told.
    FAILED
  }

  /// Keeps a copy of the media.
  public Entry {
    media = List.copyOf(media);
  }
}
