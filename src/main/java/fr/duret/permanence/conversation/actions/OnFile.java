package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Memory;
import java.util.List;
import java.util.Optional;

/// What a turn reads of a person again and again: a client once a turn, visits once between two of
/// its effects.
public final class OnFile {

  private OnFile() {}

  /// The client with that id; see [Clients#client].
  public static Optional<Client> client(String id, Memory memory, Clients clients) {
    return memory.always("client " + id, () -> clients.client(id));
  }

  /// A person's visits ahead; see [Booking#upcoming].
  public static List<Visit> upcoming(String person, Memory memory, Booking booking) {
    return memory.once("upcoming " + person, () -> booking.upcoming(person));
  }

  /// The client that a conversation is with.
  static Optional<Client> client(ActionContext context, Clients clients) {
    return context.person().flatMap(person -> client(person, context, clients));
  }
}
