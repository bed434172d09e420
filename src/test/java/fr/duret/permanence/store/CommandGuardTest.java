package fr.duret.permanence.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandGuardTest {

  @TempDir private Path directory;

  private final CommandGuard guard = new CommandGuard();

  @Test
  void whatIsNotInTheListIsRefusedWhereItIsCalledAndAtTheEndOfTheTest() {
    try (Store store = Store.open("embedded:" + directory, guard::install)) {
      MongoCollection<Document> things = store.collection("things");
      Stream.<ThrowingCallable>of(
              () -> things.find(Filters.expr(new Document("$gt", List.of("$a", 1)))).first(),
              () -> things.find().hint(new Document("_id", 1)).first(),
              () -> things.find(Filters.or(Filters.where("true"))).first(),
              () -> things.updateOne(Filters.empty(), List.of(Updates.set("a", 1))),
              () -> things.updateOne(Filters.empty(), Updates.bitwiseAnd("a", 1)),
              () -> things.aggregate(List.of(Aggregates.sort(Sorts.ascending("a")))).first(),
              () -> things.renameCollection(things.getNamespace()),
              () ->
                  things.bulkWrite(
                      List.of(
                          new UpdateOneModel<>(Filters.eq("a", 1), Updates.set("b", 1)),
                          new UpdateOneModel<>(Filters.eq("a", 2), Updates.set("b", 1)))))
          .forEach(call ->
              assertThatThrownBy(call)
                  .isInstanceOf(AssertionError.class)
                  .hasMessageContaining("docs/store.md"));
    }
    assertThatThrownBy(guard::failIfAnythingWasRefused).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsInTheListPasses() {
    try (Store store = Store.open("embedded:" + directory, guard::install)) {
      MongoCollection<Document> things = store.collection("things", Index.on("a", "-b"));
      things.insertOne(new Document("a", 1));
      things.find(Filters.and(Filters.gt("a", 0), Filters.exists("b", false))).first();
      things.findOneAndUpdate(
          Filters.eq("a", 1), Updates.combine(Updates.inc("n", 1), Updates.push("l", 2)));
      assertThatCode(() -> things.countDocuments(Filters.in("a", 1, 2))).doesNotThrowAnyException();
    }
    guard.failIfAnythingWasRefused();
  }
}
