package fr.duret.permanence.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Each operator that `docs/store.md` allows, with the answer that MongoDB's manual documents.
@ExtendWith(StoreExtension.class)
class OperatorsTest {

  private static final Pattern OPERATOR = Pattern.compile("\\$[a-zA-Z]+");

  private static final List<String> DOCUMENTS =
      List.of(
          "{_id: 1, n: 5, t: 'abc', l: [1, 2, 3], s: {a: 1}}",
          "{_id: 2, n: 7.5, t: 'Abd', l: [3], s: {a: 2}}",
          "{_id: 3, n: null, t: 'x', l: []}",
          "{_id: 4, t: 9, l: [{k: 1, v: 5}, {k: 2, v: 9}]}",
          "{_id: 5, n: {$numberLong: '5'}, d: {$date: '2026-11-22T18:30:00Z'}}");

  @ParameterizedTest
  @CsvFileSource(resources = "queries.csv", delimiter = '|')
  void theFilterFinds(String filter, String ids, Store store) {
    MongoCollection<Document> things = store.collection("things");
    things.insertMany(DOCUMENTS.stream().map(Document::parse).toList());
    List<String> found = new ArrayList<>();
    things
        .find(Document.parse(filter))
        .sort(new Document("_id", 1))
        .map(document -> String.valueOf(document.get("_id")))
        .into(found);
    assertThat(String.join(" ", found)).isEqualTo(ids == null ? "" : ids);
    assertThat(things.countDocuments(Document.parse(filter))).isEqualTo(found.size());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "updates.csv", delimiter = '|')
  void theUpdateMakes(String before, String filter, String update, String after, Store store) {
    MongoCollection<Document> things = store.collection("things");
    things.insertOne(Document.parse(before).append("_id", 1));
    Document only = Document.parse(filter).append("_id", 1);
    things.updateOne(only, Document.parse(update));
    Document result = things.find(eq("_id", 1)).first();
    assertThat(result).isNotNull();
    result.remove("_id");
    assertThat(result).isEqualTo(Document.parse(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{n: 1}          | {_id: 1, n: 5}",
        "{n: 1, _id: 0}  | {n: 5}",
        "{l: 0, s: 0, t: 0} | {_id: 1, n: 5}",
        "{'s.a': 1}      | {_id: 1, s: {a: 1}}",
        "{n: 1, l: {$slice: 2}, _id: 0} | {n: 5, l: [1, 2]}",
      })
  void theProjectionLeaves(String projection, String result, Store store) {
    MongoCollection<Document> things = store.collection("things");
    things.insertOne(Document.parse(DOCUMENTS.getFirst()));
    assertThat(things.find().projection(Document.parse(projection)).first())
        .isEqualTo(Document.parse(result));
  }

  @Test
  void everyAllowedOperatorIsTriedHere() throws Exception {
    Allowed allowed = Allowed.read();
    assertThat(tried("queries.csv")).isEqualTo(allowed.queries());
    Set<String> updates = new HashSet<>(allowed.updates());
    updates.removeAll(Set.of("$setOnInsert", "$currentDate")); // see StoreContractTest, and below
    assertThat(tried("updates.csv")).containsAll(updates);
  }

  @Test
  void currentDateSetsATime(Store store) {
    MongoCollection<Document> things = store.collection("things");
    things.insertOne(new Document("_id", 1));
    things.updateOne(eq("_id", 1), Document.parse("{$currentDate: {at: true}}"));
    assertThat(things.find().first()).extracting("at").isInstanceOf(Date.class);
  }

  private static Set<String> tried(String resource) throws Exception {
    try (var input = OperatorsTest.class.getResourceAsStream(resource)) {
      assertThat(input).isNotNull();
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      Stream<String> names = OPERATOR.matcher(text).results().map(match -> match.group());
      Set<String> operators = new HashSet<>(names.toList());
      operators.removeAll(Set.of("$numberLong", "$date"));
      return operators;
    }
  }
}
