package fr.duret.permanence.clients;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// The clients and prospects of the company.
///
/// Every method may throw [com.mongodb.MongoException] when the store fails; a repeated command
/// changes nothing.
public final class Clients {

  private final MongoClients documents;

  /// The clients kept in that store.
  public Clients(Store store) {
    documents = new MongoClients(store);
  }

  /// The ids of those behind an address, in a stable order; less to read than [#identify].
  public List<String> behind(Address address) {
    return documents.behind(address);
  }

  /// Who is behind an address.
  public Identity identify(Address address) {
    List<String> persons = documents.behind(address);
    return persons.isEmpty() ? new Identity.Unknown() : identity(documents.findAll(persons));
  }

  /// Who of those behind an address bears that name. Tolerant of accents, capitals, civilities,
  /// order and one wrong letter (Dupond for Dupont); first name and civility decide between equal
  /// family names.
  ///
  /// @return Known if exactly one fits; Shared with those that fit if several do; Unknown if none
  public Identity named(Address address, String name) {
    List<String> persons = documents.behind(address);
    return persons.isEmpty()
        ? new Identity.Unknown()
        : identity(Names.bearing(name, documents.findAll(persons)));
  }

  private static Identity identity(List<Client> found) {
    return switch (found.size()) {
      case 0 -> new Identity.Unknown();
      case 1 -> new Identity.Known(found.getFirst());
      default -> new Identity.Shared(found);
    };
  }

  /// The client with that id.
  public Optional<Client> client(String id) {
    return documents.find(id);
  }

  /// A prospect behind an address. The same cause makes the same prospect; if exactly one person is
  /// behind the address already, that person; if several share it, one more.
  ///
  /// @param cause id of the command, for example the turn's
  public Client prospect(String cause, Address address) {
    Client fresh = fresh(cause, address);
    List<String> persons = documents.behind(address);
    if (persons.size() == 1) {
      return documents.find(persons.getFirst()).orElseThrow();
    }
    Client prospect = documents.find(fresh.id()).orElseGet(() -> inserted(fresh));
    if (!persons.isEmpty()) {
      documents.link(List.of(prospect));
      return prospect;
    }
    return documents.claim(address, prospect.id()) ? prospect : overtaken(prospect, address);
  }

  /// Somebody else came to be behind the address meanwhile, or this very command on another node.
  private Client overtaken(Client prospect, Address address) {
    List<String> persons = documents.behind(address);
    if (persons.contains(prospect.id())) {
      return prospect;
    }
    documents.delete(prospect.id());
    return documents.find(persons.getFirst()).orElseThrow();
  }

  private Client inserted(Client client) {
    documents.insertAll(List.of(client));
    return client;
  }

  private static Client fresh(String cause, Address address) {
    UUID id = UUID.nameUUIDFromBytes(("prospect/" + cause).getBytes(StandardCharsets.UTF_8));
    return new Client(
        "P-" + id,
        Client.Kind.PROSPECT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(address),
        Optional.empty(),
        1);
  }

  /// Adds what a person told about himself.
  ///
  /// @return the person as he is now
  /// @throws NoSuchElementException if there is no such person
  public Client complete(String id, Details details) {
    while (true) {
      Client client = documents.find(id).orElseThrow(() -> new NoSuchElementException(id));
      Client told = with(client, details, client.version());
      if (told.equals(client)) {
        return client;
      }
      Client changed = with(client, details, client.version() + 1);
      if (documents.replace(changed)) {
        return changed;
      }
    }
  }

  private static Client with(Client client, Details details, long version) {
    return new Client(
        client.id(),
        client.kind(),
        details.civility().or(client::civility),
        details.firstName().or(client::firstName),
        details.lastName().or(client::lastName),
        details.site().map(site -> with(client.sites(), site)).orElse(client.sites()),
        client.addresses(),
        client.contract(),
        version);
  }

  private static List<Site> with(List<Site> sites, Site told) {
    List<Site> all = new ArrayList<>(sites);
    all.replaceAll(site -> site.id().equals(told.id()) ? told : site);
    if (!all.contains(told)) {
      all.add(told);
    }
    return all;
  }

  /// Puts clients of an import into the file, with their addresses; those that are there already
  /// are left as they are.
  public void addAll(List<Client> clients) {
    if (!clients.isEmpty()) {
      documents.insertAll(clients);
      documents.link(clients);
    }
  }

  /// A page of clients by id.
  ///
  /// @param after id of the last one of the page before; empty for the first page
  /// @param limit at most this many
  public List<Client> page(String after, int limit) {
    return documents.page(after, limit);
  }

  /// A page, by id, of those clients of whom every word that is sought begins a word of the name or
  /// of a site's commune, whatever the accents and capitals; a number or mailbox finds whom it
  /// leads to. Reads the file page by page until enough are found: meant for thousands of clients,
  /// not for a turn.
  ///
  /// @param sought name, commune, number or mailbox; blank finds everybody
  /// @param after id of the last one of the page before; empty for the first page
  /// @param limit at most this many
  public List<Client> search(String sought, String after, int limit) {
    return new ClientSearch(documents).page(sought, after, limit);
  }
}
