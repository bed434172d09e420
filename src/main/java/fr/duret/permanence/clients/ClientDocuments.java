package fr.duret.permanence.clients;

import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Clients as they are stored.
final class ClientDocuments {

  private ClientDocuments() {}

  static Document write(Client client) {
    Document document =
        new Document("_id", client.id())
            .append("version", client.version())
            .append("kind", client.kind().name())
            .append("sites", client.sites().stream().map(ClientDocuments::site).toList())
            .append("addresses", client.addresses().stream().map(Address::key).toList());
    client.civility().ifPresent(civility -> document.append("civility", civility.name()));
    client.firstName().ifPresent(name -> document.append("firstName", name));
    client.lastName().ifPresent(name -> document.append("lastName", name));
    client.contract().ifPresent(held -> document.append("contract", contract(held)));
    return document;
  }

  static Client read(Document document) {
    return new Client(
        document.getString("_id"),
        Client.Kind.valueOf(document.getString("kind")),
        text(document, "civility").map(Civility::valueOf),
        text(document, "firstName"),
        text(document, "lastName"),
        document.getList("sites", Document.class).stream().map(ClientDocuments::site).toList(),
        document.getList("addresses", String.class).stream().map(Address::ofKey).toList(),
        contract(document.get("contract", Document.class)),
        document.getLong("version"));
  }

  private static Document site(Site site) {
    return new Document("id", site.id())
        .append("label", site.label())
        .append("street", site.street())
        .append("postcode", site.postcode())
        .append("commune", site.commune())
        .append("lat", site.point().lat())
        .append("lon", site.point().lon());
  }

  private static Site site(Document document) {
    return new Site(
        document.getString("id"),
        document.getString("label"),
        document.getString("street"),
        document.getString("postcode"),
        document.getString("commune"),
        new Point(document.getDouble("lat"), document.getDouble("lon")));
  }

  private static Document contract(Contract contract) {
    return new Document("level", contract.level().name())
        .append("start", contract.start().toString())
        .append("end", contract.end().toString())
        .append("visitsPerYear", contract.visitsPerYear());
  }

  private static Optional<Contract> contract(@Nullable Document document) {
    if (document == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Contract(
            ContractLevel.valueOf(document.getString("level")),
            LocalDate.parse(document.getString("start")),
            LocalDate.parse(document.getString("end")),
            document.getInteger("visitsPerYear")));
  }

  private static Optional<String> text(Document document, String field) {
    return Optional.ofNullable(document.getString(field));
  }

  static List<String> persons(@Nullable Document address) {
    return address == null ? List.of() : address.getList("persons", String.class);
  }
}
