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
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/// What commands answered where no visit's history tells it, by cause. Written once and never
/// changed, so that those kept of late need not be read again: a choice follows its offer.
final class MongoOutcomes {

  /// Some hours of offers.
  private static final int MOST = 1000;

  private final MongoCollection<Document> outcomes;
  private final Map<String, Document> late = new ConcurrentHashMap<>();

  MongoOutcomes(Store store) {
    outcomes = store.collection("booking-outcomes", Index.on("at"));
  }

  Optional<Document> find(String cause) {
    return Optional.ofNullable(late.get(cause))
        .or(() -> Optional.ofNullable(outcomes.find(eq("_id", cause)).first()));
  }

  /// Those outcomes, as far as there are any, by cause.
  Map<String, Document> findAll(String... causes) {
    Map<String, Document> found = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String cause : causes) {
      Optional.ofNullable(late.get(cause))
          .ifPresentOrElse(one -> found.put(cause, one), () -> unknown.add(cause));
    }
    if (!unknown.isEmpty()) {
      outcomes.find(in("_id", unknown)).forEach(one -> found.put(one.getString("_id"), one));
    }
    return found;
  }

  private void remember(String cause, Document outcome) {
    if (late.size() >= MOST) {
      late.clear();
    }
    late.put(cause, outcome);
  }

  long forget(Instant before, int most) {
    late.clear();
    return Purge.first(outcomes, lt("at", Date.from(before)), "at", most);
  }

  /// Keeps an outcome; of two for one cause the first one counts.
  ///
  /// @return the one that counts
  Document keep(String cause, Instant at, Document outcome) {
    Document full = new Document(outcome).append("_id", cause).append("at", Date.from(at));
    try {
      outcomes.insertOne(full);
      remember(cause, full);
      return full;
    } catch (MongoWriteException refused) {
      if (Store.isDuplicate(refused)) {
        return find(cause).orElseThrow();
      }
      throw refused;
    }
  }
}
