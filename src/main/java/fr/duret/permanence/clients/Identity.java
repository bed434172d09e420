package fr.duret.permanence.clients;

import java.util.List;

/// Who is behind an address.
public sealed interface Identity {

  /// Exactly one person on file.
  ///
  /// @param client that person
  record Known(Client client) implements Identity {}

  /// Several persons share the address: nothing private before one of them is named.
  ///
  /// @param clients all of them, by id
  record Shared(List<Client> clients) implements Identity {
    /// Keeps a copy.
    public Shared {
      clients = List.copyOf(clients);
    }
  }

  /// Nobody on file.
  record Unknown() implements Identity {}
}
