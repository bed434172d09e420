package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.clients.Civility;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Memory;
import fr.duret.permanence.conversation.People;
import fr.duret.permanence.conversation.actions.OnFile;
import fr.duret.permanence.message.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Joins the conversation to the clients: who may be behind an address, and how to address him.
///
/// @param clients the file
/// @param booking whether a visit is ahead, which changes what short messages mean
/// @param civilities the words for Monsieur and Madame
record PeopleOnFile(Clients clients, Booking booking, Function<Civility, String> civilities)
    implements People {

  @Override
  public List<String> behind(Address address) {
    return clients.behind(address);
  }

  @Override
  public Optional<Person> find(String id, Memory memory) {
    return OnFile.client(id, memory, clients).map(this::person);
  }

  @Override
  public boolean visitPlanned(String id, Memory memory) {
    return !OnFile.upcoming(id, memory, booking).isEmpty();
  }

  private Person person(Client client) {
    return new Person(client.id(), addressed(client), client.places());
  }

  /// A bare family name is rude in French: then he is greeted without.
  private String addressed(Client client) {
    boolean bare = client.civility().isEmpty() && client.firstName().isEmpty();
    return bare ? "" : called(client);
  }

  /// Civility and name, for the office too; both names if the civility is not known, or the one.
  String called(Client client) {
    String last = client.lastName().orElse("");
    Optional<String> civility = client.civility().map(civilities);
    return civility.or(client::firstName).map(before -> (before + " " + last).strip()).orElse(last);
  }
}
