package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outreach.RemindedVisits;
import java.util.Optional;

/// Joins the reminders to the visits and to the clients' numbers.
///
/// @param booking the visits
/// @param clients their clients
record VisitsToRemind(Booking booking, Clients clients) implements RemindedVisits {

  @Override
  public Optional<Visit> visit(String id) {
    return booking.visit(id);
  }

  @Override
  public Visit pin(String cause, String id) {
    return booking.pin(cause, id);
  }

  /// The first telephone on file; a landline is told by the provider if it takes no text messages,
  /// and becomes a ticket.
  @Override
  public Optional<Address> mobile(String person) {
    return clients.client(person).map(Client::addresses).stream()
        .flatMap(addresses -> addresses.stream())
        .filter(address -> address.kind() == Address.Kind.PHONE)
        .findFirst();
  }
}
