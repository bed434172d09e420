package fr.duret.permanence.clients;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// The documents of clients, and of the addresses that lead to them.
final class MongoClients {

  private final MongoCollection<Document> clients;
  private final MongoCollection<Document> addresses;

  MongoClients(Store store) {
    clients = store.collection("clients");
    addresses = store.collection("client-addresses");
  }

  Optional<Client> find(String id) {
    return Optional.ofNullable(clients.find(eq("_id", id)).first()).map(ClientDocuments::read);
  }

  /// Ids of the persons behind an address, in a stable order.
  List<String> behind(Address address) {
    Document found = addresses.find(eq("_id", address.key())).first();
    return ClientDocuments.persons(found).stream().sorted().toList();
  }

  List<Client> findAll(List<String> ids) {
    List<Client> found = new ArrayList<>();
    clients
        .find(in("_id", ids))
        .sort(Sorts.ascending("_id"))
        .forEach(document -> found.add(ClientDocuments.read(document)));
    return found;
  }

  List<Client> page(String after, int limit) {
    List<Client> found = new ArrayList<>();
    clients
        .find(gt("_id", after))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .forEach(document -> found.add(ClientDocuments.read(document)));
    return found;
  }

  /// Inserts those that are not there yet.
  void insertAll(List<Client> added) {
    try {
      clients.insertMany(
          added.stream().map(ClientDocuments::write).toList(),
          new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException some) {
      if (!Store.isOnlyDuplicates(some)) {
        throw some;
      }
    }
  }

  void delete(String id) {
    clients.deleteOne(eq("_id", id));
  }

  /// Writes the next version; false if somebody else has meanwhile.
  boolean replace(Client changed) {
    return clients
            .replaceOne(
                and(eq("_id", changed.id()), eq("version", changed.version() - 1)),
                ClientDocuments.write(changed))
            .getMatchedCount()
        == 1;
  }

  /// Makes the address lead to its first person; false if somebody is behind it already.
  boolean claim(Address address, String person) {
    try {
      addresses.insertOne(new Document("_id", address.key()).append("persons", List.of(person)));
      return true;
    } catch (MongoWriteException refused) {
      if (Store.isDuplicate(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /// Makes the addresses lead to their clients, beside whom they lead to already.
  void link(List<Client> owners) {
    List<WriteModel<Document>> links = new ArrayList<>();
    for (Client owner : owners) {
      for (Address address : owner.addresses()) {
        links.add(
            new UpdateOneModel<>(
                eq("_id", address.key()),
                Updates.addToSet("persons", owner.id()),
                new UpdateOptions().upsert(true)));
      }
    }
    if (!links.isEmpty()) {
      addresses.bulkWrite(links, new BulkWriteOptions().ordered(false));
    }
  }
}
