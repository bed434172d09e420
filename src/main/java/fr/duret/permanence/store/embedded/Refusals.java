package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Refuses commands that mongo-java-server would answer otherwise than MongoDB without saying so.
final class Refusals {

  private static final Set<String> INDEX_OPTIONS =
      Set.of("key", "name", "unique", "sparse", "ns", "v");
  private static final Set<String> STAGES_REFUSED = Set.of("$changeStream", "$out", "$merge");
  private static final Set<String> PROJECTIONS = Set.of("$slice");

  private Refusals() {}

  static void check(String command, Document query) {
    refuse(query.containsKey("collation"), "collation");
    switch (command) {
      case "createIndexes" -> documents(query, "indexes").forEach(Refusals::checkIndex);
      case "update" -> checkUpdates(query);
      case "delete" ->
          documents(query, "deletes")
              .forEach(delete -> refuse(delete.containsKey("collation"), "collation"));
      case "aggregate" -> documents(query, "pipeline").forEach(Refusals::checkStage);
      case "find" ->
          refuse(
              query.get("projection") instanceof Document fields && computes(fields),
              "a computed projection");
      default -> {}
    }
  }

  static void refuse(boolean unsupported, String feature) {
    if (unsupported) {
      throw new MongoServerError(
          ErrorCode.IllegalOperation, "not supported by the embedded store: " + feature);
    }
  }

  static boolean ordered(Document query) {
    return !Boolean.FALSE.equals(query.get("ordered"));
  }

  @SuppressWarnings("unchecked")
  static List<Document> documents(Document command, String field) {
    return (List<Document>) command.getOrDefault(field, List.of());
  }

  private static void checkIndex(Document index) {
    Document key = (Document) index.getOrDefault("key", new Document());
    boolean sorted = key.values().stream().allMatch(Number.class::isInstance);
    refuse(
        !INDEX_OPTIONS.containsAll(index.keySet()) || !sorted,
        "an index that is more than sorted, unique or sparse");
  }

  private static void checkUpdates(Document query) {
    List<Document> updates = documents(query, "updates");
    refuse(ordered(query) && updates.size() > 1, "several updates in an ordered bulk write");
    for (Document update : updates) {
      refuse(update.containsKey("collation"), "collation");
      refuse(update.get("u") instanceof List, "an update by pipeline");
    }
  }

  private static void checkStage(Document stage) {
    refuse(!Collections.disjoint(stage.keySet(), STAGES_REFUSED), "the stages " + STAGES_REFUSED);
  }

  private static boolean computes(Document projection) {
    return projection.values().stream()
        .anyMatch(value ->
            value instanceof String
                || (value instanceof Document operator
                    && !PROJECTIONS.containsAll(operator.keySet())));
  }
}
