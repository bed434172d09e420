package fr.duret.permanence.clients;

import fr.duret.permanence.message.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds clients by what somebody remembers of them.
final class ClientSearch {

  private static final int READ_AT_ONCE = 500;

  private final MongoClients documents;

  ClientSearch(MongoClients documents) {
    this.documents = documents;
  }

  List<Client> page(String sought, String after, int limit) {
    Optional<Address> address = address(sought);
    if (address.isPresent()) {
      return documents.findAll(documents.behind(address.get())).stream()
          .filter(client -> client.id().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }
    Optional<Client> named = documents.find(sought.strip());
    if (named.isPresent()) {
      return named.filter(client -> client.id().compareTo(after) > 0).stream().toList();
    }
    List<String> words = Names.words(sought);
    if (words.isEmpty() && !sought.isBlank()) {
      return List.of();
    }
    return scan(words, after, limit);
  }

  private static Optional<Address> address(String sought) {
    return sought.contains("@")
        ? Optional.of(Address.mailbox(sought.strip()))
        : Address.phone(sought);
  }

  private List<Client> scan(List<String> words, String after, int limit) {
    List<Client> found = new ArrayList<>();
    List<Client> read = documents.page(after, READ_AT_ONCE);
    while (!read.isEmpty()) {
      for (Client client : read) {
        if (fits(client, words)) {
          found.add(client);
        }
        if (found.size() == limit) {
          return found;
        }
      }
      read = documents.page(read.getLast().id(), READ_AT_ONCE);
    }
    return found;
  }

  private static boolean fits(Client client, List<String> words) {
    List<String> own =
        Stream.of(
                client.firstName().stream(),
                client.lastName().stream(),
                client.sites().stream().map(Site::commune))
            .flatMap(texts -> texts)
            .flatMap(text -> Names.words(text).stream())
            .toList();
    return words.stream().allMatch(word -> own.stream().anyMatch(one -> one.startsWith(word)));
  }
}
