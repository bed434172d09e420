package fr.duret.permanence.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The visits' documents: they follow their days, and are what persons' visits are found by.
final class MongoVisits {

  private static final String ORDER = "order";

  /// More than any company makes.
  private static final int MOST_A_DAY = 10_000;

  private static final int AT_ONCE = 100;

  private final MongoCollection<Document> visits;

  MongoVisits(Store store) {
    visits = store.collection("visits", Index.on("person", "day"), Index.on(ORDER));
  }

  Optional<StoredVisit> find(String id) {
    return Optional.ofNullable(visits.find(eq("_id", id)).first()).map(VisitDocuments::read);
  }

  /// Writes a new visit; one that is there already stays.
  void insert(StoredVisit visit) {
    try {
      visits.insertOne(VisitDocuments.write(visit));
    } catch (MongoWriteException refused) {
      if (!Store.isDuplicate(refused)) {
        throw refused;
      }
    }
  }

  /// Writes many visits that nobody else writes.
  void insertAll(List<StoredVisit> fresh) {
    visits.insertMany(
        fresh.stream().map(VisitDocuments::write).toList(), new InsertManyOptions().ordered(false));
  }

  /// Writes the next version; false if somebody else has meanwhile.
  boolean replace(StoredVisit next) {
    Visit visit = next.visit();
    Bson unchanged = and(eq("_id", visit.id()), eq("version", visit.version() - 1));
    return visits.replaceOne(unchanged, VisitDocuments.write(next)).getMatchedCount() == 1;
  }

  /// Those of a person from a day on, soonest first.
  List<StoredVisit> from(String person, LocalDate day) {
    return read(
        visits
            .find(and(eq("person", person), gte("day", day.toString())))
            .sort(Sorts.ascending("day")));
  }

  /// The last ones of a person, latest first.
  List<StoredVisit> last(String person, int limit) {
    return read(visits.find(eq("person", person)).sort(Sorts.descending("day")).limit(limit));
  }

  /// Those of some days, in their order.
  ///
  /// @param after only those after that [Visit#order()]; empty for the first ones
  List<StoredVisit> between(LocalDate from, LocalDate to, String after, int limit) {
    String first = from.toString();
    Bson above = after.compareTo(first) > 0 ? gt(ORDER, after) : gte(ORDER, first);
    return read(
        visits
            .find(and(above, lt(ORDER, to.plusDays(1).toString())))
            .sort(Sorts.ascending(ORDER))
            .limit(limit));
  }

  /// All those of one day.
  List<StoredVisit> on(LocalDate day) {
    return between(day, day, "", MOST_A_DAY);
  }

  /// The last ones of all, latest first.
  List<StoredVisit> latest(int limit) {
    return read(visits.find().sort(Sorts.descending(ORDER)).limit(limit));
  }

  /// Gives visits that were written before visits had an order theirs: without it no list of days
  /// shows them.
  void putInOrder() {
    List<Document> without = withoutOrder();
    while (!without.isEmpty()) {
      for (Document document : without) {
        Visit visit = VisitDocuments.read(document).visit();
        visits.updateOne(
            and(eq("_id", visit.id()), eq("version", visit.version())),
            Updates.set(ORDER, visit.order()));
      }
      without = withoutOrder();
    }
  }

  /// The index has them before all others, so that finding none of them reads little.
  private List<Document> withoutOrder() {
    List<Document> first = new ArrayList<>();
    visits.find().sort(Sorts.ascending(ORDER)).limit(AT_ONCE).into(first);
    return first.stream().takeWhile(document -> !document.containsKey(ORDER)).toList();
  }

  private static List<StoredVisit> read(FindIterable<Document> found) {
    List<StoredVisit> all = new ArrayList<>();
    found.forEach(document -> all.add(VisitDocuments.read(document)));
    return all;
  }
}
