package fr.duret.permanence.load;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/// Makes the writes of a turn again, on a store that holds the same data, with nothing in between.
public final class BareWrites {

  /// What the driver adds to each command by itself.
  private static final List<String> OF_THE_SESSION =
      List.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference");

  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  private static final int PAGE = 1000;

  private final MongoDatabase database;

  /// Writes there.
  public BareWrites(MongoDatabase database) {
    this.database = database;
  }

  /// Takes over all documents and indexes of another database.
  public static void copy(MongoDatabase from, MongoDatabase to) {
    for (String name : from.listCollectionNames()) {
      MongoCollection<Document> target = to.getCollection(name);
      for (Document index : from.getCollection(name).listIndexes()) {
        copyIndex(to, name, index);
      }
      List<Document> page = new ArrayList<>();
      for (Document document : from.getCollection(name).find()) {
        page.add(document);
        if (page.size() == PAGE) {
          target.insertMany(page);
          page.clear();
        }
      }
      if (!page.isEmpty()) {
        target.insertMany(page);
      }
    }
  }

  private static void copyIndex(MongoDatabase to, String collection, Document index) {
    Document same = new Document("key", index.get("key")).append("name", index.get("name"));
    for (String option : List.of("unique", "sparse")) {
      if (index.containsKey(option)) {
        same.append(option, index.get(option));
      }
    }
    if (!"_id_".equals(index.getString("name"))) {
      to.runCommand(new Document("createIndexes", collection).append("indexes", List.of(same)));
    }
  }

  /// How many of a turn's writes come before its last message can be posted: all up to the insert
  /// into the outbox.
  public static int beforePost(List<BsonDocument> turn) {
    int last = 0;
    for (int i = 0; i < turn.size(); i++) {
      BsonValue insert = turn.get(i).get("insert");
      if (insert != null && insert.asString().getValue().equals("outbox")) {
        last = i + 1;
      }
    }
    return last;
  }

  /// Makes these writes, one after the other.
  public void write(List<BsonDocument> writes) {
    writes.forEach(database::runCommand);
  }

  /// The writes as they can be made again: without what belongs to the session they were made in,
  /// and without the versions of days, which other turns write in another order now.
  public static List<BsonDocument> repeatable(List<BsonDocument> turn) {
    List<BsonDocument> writes = new ArrayList<>();
    for (BsonDocument recorded : turn) {
      BsonDocument write = new RawBsonDocument(recorded, CODEC).decode(CODEC);
      OF_THE_SESSION.forEach(write::remove);
      if (name(write).equals("update days")) {
        write.getArray("updates").forEach(update -> anyVersion(update.asDocument()));
      }
      writes.add(write);
    }
    return writes;
  }

  private static void anyVersion(BsonDocument update) {
    BsonDocument query = update.getDocument("q");
    query.remove("version");
    if (query.containsKey("$and")) {
      BsonArray parts = new BsonArray();
      query.getArray("$and").stream()
          .filter(part -> !part.asDocument().containsKey("version"))
          .forEach(parts::add);
      query.put("$and", parts);
    }
  }

  /// The write as a line of a list: `update days`.
  public static String name(BsonDocument write) {
    Map.Entry<String, BsonValue> first = write.entrySet().iterator().next();
    return first.getKey() + " " + first.getValue().asString().getValue();
  }
}
