package fr.duret.permanence.journal;

import com.mongodb.MongoWriteException;
import fr.duret.permanence.store.Store;
import org.bson.Document;

/// Effects as a feature makes them: an insert under a key derived from the cause.
final class Effects {

  private Effects() {}

  /// Inserts the effect and, if it is the first of that cause, tells.
  static void once(Store store, String cause, Runnable first) {
    try {
      store.collection("effects").insertOne(new Document("_id", cause));
      first.run();
    } catch (MongoWriteException e) {
      if (!Store.isDuplicate(e)) {
        throw e;
      }
    }
  }

  static long count(Store store, String cause) {
    return store.collection("effects").countDocuments(new Document("_id", cause));
  }
}
