package fr.duret.permanence.booking;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Purge;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/// What commands answered where no visit's history tells it, by cause. Written once, never changed.
final class MongoOutcomes {

  private final MongoCollection<Document> outcomes;

  MongoOutcomes(Store store) {
    outcomes = store.collection("booking-outcomes", Index.on("at"));
  }

  Optional<Document> find(String cause) {
    return Optional.ofNullable(outcomes.find(eq("_id", cause)).first());
  }

  /// Those outcomes, as far as there are any, by cause.
  Map<String, Document> findAll(String... causes) {
    Map<String, Document> found = new HashMap<>();
    outcomes.find(in("_id", causes)).forEach(one -> found.put(one.getString("_id"), one));
    return found;
  }

  long forget(Instant before, int most) {
    return Purge.first(outcomes, lt("at", Date.from(before)), "at", most);
  }

  /// Keeps an outcome; of two for one cause the first one counts.
  ///
  /// @return the one that counts
  Document keep(String cause, Instant at, Document outcome) {
    Document full = new Document(outcome).append("_id", cause).append("at", Date.from(at));
    try {
      outcomes.insertOne(full);
      return full;
    } catch (MongoWriteException refused) {
      if (Store.isDuplicate(refused)) {
        return find(cause).orElseThrow();
      }
      throw refused;
    }
  }
}
