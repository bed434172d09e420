package fr.duret.permanence.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every store does, embedded or real: the promises that all features build on.
@ExtendWith(StoreExtension.class)
class StoreContractTest {

  private static final int OTHER_INDEX = 86;
  private static final int IMMUTABLE_ID = 66;
  private static final int CONFLICTING_PATHS = 40;

  private Store store;
  private MongoCollection<Document> things;

  @BeforeEach
  void open(Store fresh) {
    store = fresh;
    things = store.collection("things", Index.unique("kind", "key"), Index.on("kind", "at"));
  }

  @Test
  void ofManyWhoCompareAndSetOneWins() throws Exception {
    things.insertOne(new Document("_id", "doc").append("version", 0));
    for (int round = 0; round < 10; round++) {
      int version = round;
      List<Long> changed =
          inParallel(
              16,
              i ->
                  things
                      .updateOne(
                          and(eq("_id", "doc"), eq("version", version)),
                          combine(set("winner", i), inc("version", 1)))
                      .getModifiedCount());
      assertThat(changed).containsOnlyOnce(1L);
    }
    assertThat(find("doc").getInteger("version")).isEqualTo(10);
  }

  @Test
  void ofManyWhoInsertTheSameKeyOneWins() throws Exception {
    List<Boolean> inserted = inParallel(16, i -> !isDuplicate(() -> insert("a", "same", i)));
    assertThat(inserted).containsOnlyOnce(true);
  }

  @Test
  void aDuplicateIsToldHoweverItIsWritten() {
    insert("a", "1", 0);
    insert("a", "2", 0);
    things.insertOne(new Document("_id", "doc").append("kind", "b").append("key", "1"));

    assertThat(isDuplicate(() -> insert("a", "1", 1))).isTrue();
    assertThat(isDuplicate(() -> insert("b", "2", 1))).isFalse();
    assertThat(isDuplicate(() -> things.insertOne(new Document("_id", "doc")))).isTrue();
    assertThat(isDuplicate(() -> things.updateOne(eq("_id", "doc"), set("kind", "a")))).isTrue();
    Document same = new Document("kind", "a").append("key", "1");
    assertThat(isDuplicate(() -> things.replaceOne(eq("_id", "doc"), same))).isTrue();
    assertThat(isDuplicate(() -> things.findOneAndUpdate(eq("_id", "doc"), set("kind", "a"))))
        .isTrue();
    assertThat(
            isDuplicate(
                () -> things.replaceOne(eq("_id", "new"), same, new ReplaceOptions().upsert(true))))
        .isTrue();
    assertThat(things.countDocuments()).isEqualTo(4);
    assertThat(find("doc").getString("kind")).isEqualTo("b");
  }

  @Test
  void anUnorderedInsertWritesAllButTheDuplicates() {
    insert("a", "2", 0);
    MongoBulkWriteException thrown = insertMany(false);
    assertThat(thrown.getWriteErrors())
        .singleElement()
        .extracting("index", "code")
        .containsExactly(1, 11000);
    assertThat(thrown.getWriteResult().getInsertedCount()).isEqualTo(2);
    assertThat(things.countDocuments()).isEqualTo(3);
  }

  @Test
  void anOrderedInsertStopsAtTheFirstDuplicate() {
    insert("a", "2", 0);
    MongoBulkWriteException thrown = insertMany(true);
    assertThat(thrown.getWriteErrors()).hasSize(1);
    assertThat(thrown.getWriteResult().getInsertedCount()).isEqualTo(1);
    assertThat(things.countDocuments()).isEqualTo(2);
  }

  @Test
  void anUnorderedBulkOfUpdatesDoesThemAll() {
    insert("a", "1", 0);
    insert("a", "2", 0);
    assertThat(
            things
                .bulkWrite(
                    List.of(
                        new UpdateOneModel<Document>(eq("key", "1"), inc("at", 1)),
                        new UpdateOneModel<Document>(eq("key", "2"), inc("at", 2))),
                    new BulkWriteOptions().ordered(false))
                .getModifiedCount())
        .isEqualTo(2);
    assertThat(ats(gt("at", 0), true)).containsExactly(1, 2);
  }

  @Test
  void resultsAreSortedCutAndPagedAsAsked() {
    IntStream.range(0, 20).forEach(i -> insert(i % 2 == 0 ? "even" : "odd", "k" + i, i));
    assertThat(ats(eq("kind", "even"), true)).startsWith(0, 2, 4).hasSize(10);
    assertThat(ats(eq("kind", "even"), false)).startsWith(18, 16, 14);
    assertThat(ats(and(eq("kind", "odd"), gte("at", 5), lt("at", 9)), true)).containsExactly(5, 7);
    List<Integer> page = new ArrayList<>();
    things
        .find(eq("kind", "odd"))
        .sort(Sorts.ascending("at"))
        .skip(3)
        .limit(2)
        .map(found -> found.getInteger("at"))
        .into(page);
    assertThat(page).containsExactly(7, 9);
  }

  @Test
  void aLongResultComesInSeveralReplies() {
    List<Document> many = new ArrayList<>();
    IntStream.range(0, 350)
        .forEach(i -> many.add(new Document("kind", "a").append("key", "" + i).append("at", i)));
    things.insertMany(many);
    assertThat(ats(eq("kind", "a"), true))
        .containsExactlyElementsOf(IntStream.range(0, 350).boxed().toList());
    assertThat(things.find().batchSize(20).into(new ArrayList<>())).hasSize(350);
    assertThat(things.find().limit(200).into(new ArrayList<>())).hasSize(200);
    assertThat(things.countDocuments(gte("at", 100))).isEqualTo(250);
    assertThat(things.estimatedDocumentCount()).isEqualTo(350);
    assertThat(things.distinct("kind", String.class).into(new ArrayList<>())).containsExactly("a");
  }

  @Test
  void findOneAndUpdateAnswersBeforeOrAfter() {
    insert("a", "1", 5);
    insert("a", "2", 3);
    FindOneAndUpdateOptions oldest = new FindOneAndUpdateOptions().sort(Sorts.ascending("at"));
    Document before = things.findOneAndUpdate(eq("kind", "a"), inc("at", 10), oldest);
    assertThat(before).containsEntry("key", "2").containsEntry("at", 3);
    Document after =
        things.findOneAndUpdate(
            eq("kind", "a"), inc("at", 10), oldest.returnDocument(ReturnDocument.AFTER));
    assertThat(after).containsEntry("key", "1").containsEntry("at", 15);
    assertThat(things.findOneAndUpdate(eq("kind", "none"), inc("at", 1))).isNull();
    assertThat(things.findOneAndDelete(eq("key", "2"))).containsEntry("at", 13);
    assertThat(things.countDocuments()).isEqualTo(1);
  }

  @Test
  void noTwoGetTheSameNumber() throws Exception {
    Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    FindOneAndUpdateOptions next =
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    things.insertOne(new Document("_id", "sequence").append("n", 0));
    inParallel(
        200,
        i -> {
          Document document = things.findOneAndUpdate(eq("_id", "sequence"), inc("n", 1), next);
          return document != null && numbers.add(document.getInteger("n"));
        });
    assertThat(numbers).hasSize(200);
  }

  @Test
  void anUpsertInsertsWhatTheFilterAndTheUpdateSay() {
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    for (int i = 0; i < 2; i++) {
      things.updateOne(
          and(eq("_id", "u"), eq("kind", "a")),
          combine(inc("n", 1), setOnInsert("first", true)),
          upsert);
    }
    assertThat(find("u"))
        .isEqualTo(
            new Document("_id", "u").append("kind", "a").append("n", 2).append("first", true));
  }

  @Test
  void aSparseUniqueIndexKnowsOnlyWhoHasTheField() {
    MongoCollection<Document> sparse =
        store.collection("sparse", Index.unique("key").onlyWherePresent());
    sparse.insertMany(List.of(new Document("n", 1), new Document("n", 2)));
    sparse.insertOne(new Document("key", "a"));
    assertThat(isDuplicate(() -> sparse.insertOne(new Document("key", "a")))).isTrue();
    assertThat(sparse.countDocuments(eq("key", null))).isEqualTo(2);
  }

  @Test
  void deletingSaysHowMany() {
    IntStream.range(0, 5).forEach(i -> insert("a", "k" + i, i));
    assertThat(things.deleteOne(eq("kind", "a")).getDeletedCount()).isEqualTo(1);
    assertThat(things.deleteMany(lt("at", 4)).getDeletedCount()).isEqualTo(3);
    assertThat(things.deleteMany(empty()).getDeletedCount()).isEqualTo(1);
  }

  @Test
  void theSameIndexAgainIsFineAnotherOfItsNameIsNot() {
    store.collection("things", Index.unique("kind", "key"), Index.on("kind", "at"));
    assertThat(code(() -> store.collection("things", Index.on("kind", "key"))))
        .isEqualTo(OTHER_INDEX);
    insert("a", "1", 7);
    insert("a", "2", 7);
    assertThat(isDuplicate(() -> store.collection("things", Index.unique("at")))).isTrue();
  }

  @Test
  void whatCannotBeIsRefusedWithItsCode() {
    things.insertOne(new Document("_id", "doc").append("n", "text"));
    assertThat(code(() -> things.updateOne(eq("_id", "doc"), set("_id", "other"))))
        .isEqualTo(IMMUTABLE_ID);
    assertThat(code(() -> things.updateOne(eq("_id", "doc"), combine(set("a", 1), inc("a", 1)))))
        .isEqualTo(CONFLICTING_PATHS);
    assertThatThrownBy(() -> things.updateOne(eq("_id", "doc"), inc("n", 1)))
        .isInstanceOf(MongoException.class);
    assertThat(find("doc").getString("n")).isEqualTo("text");
  }

  private interface Task<T> {
    T run(int i) throws Exception;
  }

  private static <T> List<T> inParallel(int threads, Task<T> task) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> task.run(i))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  private void insert(String kind, String key, int at) {
    things.insertOne(new Document("kind", kind).append("key", key).append("at", at));
  }

  private MongoBulkWriteException insertMany(boolean ordered) {
    List<Document> three =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Document("kind", "a").append("key", "" + i))
            .toList();
    return catchThrowableOfType(
        MongoBulkWriteException.class,
        () -> things.insertMany(three, new InsertManyOptions().ordered(ordered)));
  }

  private Document find(String id) {
    Document found = things.find(eq("_id", id)).first();
    assertThat(found).isNotNull();
    return found;
  }

  private List<Integer> ats(Bson filter, boolean ascending) {
    List<Integer> ats = new ArrayList<>();
    things
        .find(filter)
        .sort(ascending ? Sorts.ascending("at") : Sorts.descending("at"))
        .map(found -> found.getInteger("at"))
        .into(ats);
    return ats;
  }

  private static int code(ThrowingCallable call) {
    MongoException thrown = catchThrowableOfType(MongoException.class, call);
    return thrown == null ? 0 : thrown.getCode();
  }

  private static boolean isDuplicate(ThrowingCallable call) {
    MongoException thrown = catchThrowableOfType(MongoException.class, call);
    return thrown != null && Store.isDuplicate(thrown);
  }
}
