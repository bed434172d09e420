package fr.duret.permanence.clients;

import fr.duret.permanence.message.Address;
import java.util.List;
import java.util.Optional;

/// The clients and prospects of the company.
///
/// Every method may throw [com.mongodb.MongoException] when the store fails; a repeated command
/// changes nothing.
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Clients {

  /// Who is behind an address.
  public Identity identify(Address address) {
    throw new UnsupportedOperationException();
  }

  /// Who of those behind an address bears that name. Tolerant of accents, capitals, civilities,
  /// order and one wrong letter (Dupond for Dupont); the first name decides between equal family
  /// names.
  ///
  /// @return Known if exactly one fits; Shared with those that fit if several do; Unknown if none
  public Identity named(Address address, String name) {
    throw new UnsupportedOperationException();
  }

  /// The client with that id.
  public Optional<Client> client(String id) {
    throw new UnsupportedOperationException();
  }

  /// The prospect behind an address that nobody is behind yet. The same cause makes the same
  /// prospect; if the address has come to belong to exactly one person meanwhile, that person.
  ///
  /// @param cause id of the command, for example the turn's
  public Client prospect(String cause, Address address) {
    throw new UnsupportedOperationException();
  }

  /// Adds what a person told about himself.
  ///
  /// @return the person as he is now
  /// @throws java.util.NoSuchElementException if there is no such person
  public Client complete(String id, Details details) {
    throw new UnsupportedOperationException();
  }

  /// Puts a client of an import into the file, with his addresses; one that is there already is
  /// left as he is.
  public void add(Client client) {
    throw new UnsupportedOperationException();
  }

  /// A page of clients by id.
  ///
  /// @param after id of the last one of the page before; empty for the first page
  /// @param limit at most this many
  public List<Client> page(String after, int limit) {
    throw new UnsupportedOperationException();
  }
}
