package fr.duret.permanence.clients;

import fr.duret.permanence.message.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A client, or somebody who may become one.
///
/// @param id `C-…` for clients of the file, `P-…` for prospects; stable for ever
/// @param kind client or prospect
/// @param civility empty for organisations and while unknown
/// @param firstName empty for organisations and while unknown
/// @param lastName family name or the organisation's name; empty while unknown
/// @param sites where we work for him, the usual one first; empty while unknown
/// @param addresses his numbers and mailboxes, the preferred one first; for display and sending:
///   who is behind an address is asked from [Clients#identify]
/// @param contract his maintenance contract, past ones included
/// @param version grows with each change
public record Client(
    String id,
    Kind kind,
    Optional<Civility> civility,
    Optional<String> firstName,
    Optional<String> lastName,
    List<Site> sites,
    List<Address> addresses,
    Optional<Contract> contract,
    long version) {

  /// What somebody is to us.
  public enum Kind {
    /// Wrote or called; nothing sold yet.
    PROSPECT,
    /// On file.
    CLIENT
  }

  /// Keeps copies.
  public Client {
    sites = List.copyOf(sites);
    addresses = List.copyOf(addresses);
  }

  /// The site with that id.
  public Optional<Site> site(String siteId) {
    return sites.stream().filter(site -> site.id().equals(siteId)).findFirst();
  }

  /// What each of his places is called, by its id; empty if he has only one, which needs no name.
  public Map<String, String> places() {
    return sites.size() < 2
        ? Map.of()
        : sites.stream().collect(Collectors.toMap(Site::id, this::told, (first, _) -> first));
  }

  /// The commune too, where another place is called the same.
  private String told(Site place) {
    boolean alike = sites.stream().filter(site -> site.called().equals(place.called())).count() > 1;
    return alike && !place.label().isEmpty()
        ? place.label() + ", " + place.commune()
        : place.called();
  }

  /// The contract level in force that day.
  public Optional<ContractLevel> levelOn(LocalDate day) {
    return contract.filter(held -> held.covers(day)).map(Contract::level);
  }
}
