package fr.duret.permanence.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Deletes what a collection need not keep, a bounded part of it at a time, so that forgetting
/// years at once neither holds the store up nor fills the memory.
public final class Purge {

  /// Ids in one command.
  private static final int AT_ONCE = 500;

  private Purge() {}

  /// Deletes the first so many documents that the filter finds, judged once more by it when they
  /// are deleted.
  ///
  /// @param order the indexed field whose smallest values go first
  /// @param most at most so many
  /// @return how many were deleted
  public static long first(
      MongoCollection<Document> collection, Bson filter, String order, int most) {
    List<Object> ids =
        collection
            .find(filter)
            .projection(Projections.include("_id"))
            .sort(Sorts.ascending(order))
            .limit(most)
            .map(document -> document.get("_id"))
            .into(new ArrayList<>());
    long deleted = 0;
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Object> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      deleted +=
          collection.deleteMany(Filters.and(Filters.in("_id", some), filter)).getDeletedCount();
    }
    return deleted;
  }
}
