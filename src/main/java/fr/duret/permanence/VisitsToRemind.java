package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Identity;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outreach.RemindedVisits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Joins reminders and notices to the visits and to the clients' numbers.
///
/// @param booking the visits
/// @param clients their clients
/// @param called how a client is addressed
record VisitsToRemind(Booking booking, Clients clients, Function<Client, String> called)
    implements RemindedVisits {

  @Override
  public Optional<Visit> visit(String id) {
    return booking.visit(id);
  }

  @Override
  public Visit pin(String cause, String id) {
    return booking.pin(cause, id);
  }

  @Override
  public Optional<Address> mobile(String person) {
    List<Address> mobiles = addresses(person).filter(Address::textable).toList();
    return mobiles.stream()
        .filter(address -> own(person, address))
        .findFirst()
        .or(() -> mobiles.stream().findFirst());
  }

  @Override
  public boolean own(String person, Address number) {
    return number.textable()
        && clients.identify(number) instanceof Identity.Known(var client)
        && client.id().equals(person);
  }

  @Override
  public Optional<String> where(Visit visit) {
    return clients.client(visit.person()).map(client -> client.places().get(visit.site().id()));
  }

  @Override
  public Contact contact(String person) {
    return new Contact(
        clients.client(person).map(called).orElse(person),
        addresses(person).findFirst().orElseGet(() -> Address.visitor(person)));
  }

  private Stream<Address> addresses(String person) {
    return clients.client(person).stream().flatMap(client -> client.addresses().stream());
  }
}
