package fr.duret.permanence.store.embedded;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;

/// Writes as fast as it can into a store and prints what was acknowledged, until it is killed:
/// `insert ID` and `count WRITER N`, in a round that its second argument names.
final class Acknowledging {

  static final int WRITERS = 8;

  private Acknowledging() {}

  public static void main(String[] arguments) {
    Store store = Store.open("embedded:" + arguments[0]);
    MongoCollection<Document> things = store.collection("things", Index.unique("key"));
    MongoCollection<Document> counters = store.collection("counters");
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = arguments[1] + "-" + writer;
        writers.execute(() -> write(name, things, counters));
      }
    }
  }

  private static void write(
      String name, MongoCollection<Document> things, MongoCollection<Document> counters) {
    counters.insertOne(new Document("_id", name).append("n", 0).append("double", 0));
    for (int n = 1; ; n++) {
      String id = name + "-" + n;
      things.insertOne(new Document("_id", id).append("key", "key " + id));
      System.out.println("insert " + id);
      counters.updateOne(
          Filters.eq("_id", name), Updates.combine(Updates.inc("n", 1), Updates.inc("double", 2)));
      System.out.println("count " + name + " " + n);
    }
  }
}
