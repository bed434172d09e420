package fr.duret.permanence.store.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

  private static final int ADDRESSES = 20;
  private static final int EACH = 50;
  private static final int RANDOM_QUERIES = 1500;

  @TempDir private Path directory;

  private Store store;
  private Scans scans;
  private MongoCollection<Document> indexed;

  @BeforeEach
  void fill() {
    store = Store.open("embedded:" + directory);
    scans = store.embedded().orElseThrow().scans();
    indexed =
        store.collection(
            "indexed",
            Index.on("address", "at"),
            Index.on("-at"),
            Index.on("waiting").onlyWherePresent());
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < ADDRESSES * EACH; i++) {
      Document document =
          new Document("_id", i).append("address", "a" + i % ADDRESSES).append("at", i);
      documents.add(i % EACH == 0 ? document.append("waiting", true) : document);
    }
    indexed.insertMany(documents);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aQueryReadsWhatItReturnsAndLittleMore() {
    assertThat(read(eq("_id", 7), null, 0)).isEqualTo(1);
    assertThat(read(in("_id", 1, 2, 3), null, 0)).isEqualTo(3);
    assertThat(read(eq("address", "a3"), null, 0)).isEqualTo(EACH);
    assertThat(read(eq("address", "a3"), Sorts.ascending("at"), 5)).isEqualTo(5);
    assertThat(read(eq("address", "a3"), Sorts.descending("at"), 5)).isEqualTo(5);
    assertThat(read(and(eq("address", "a3"), gt("at", 900)), Sorts.ascending("at"), 0))
        .isEqualTo(5);
    assertThat(read(and(gte("at", 100), lt("at", 110)), null, 0)).isEqualTo(10);
    assertThat(read(new Document(), Sorts.descending("at"), 3)).isEqualTo(3);
    assertThat(read(eq("waiting", true), null, 0)).isEqualTo(ADDRESSES);
    assertThat(scans.full()).isZero();
  }

  @Test
  void aQueryThatNoIndexHelpsIsSeen() {
    assertThat(read(ne("at", 5), null, 0)).isEqualTo(ADDRESSES * EACH);
    assertThat(scans.full()).isEqualTo(1);
  }

  @Test
  void anUpdateReadsOneDocument() {
    long before = scans.examined();
    indexed.updateOne(and(eq("_id", 4), eq("at", 4)), Updates.set("n", 1));
    indexed.findOneAndUpdate(eq("address", "a1"), Updates.set("n", 1));
    assertThat(scans.examined() - before).isEqualTo(2);
  }

  @Test
  void whateverIsAskedTheIndexesChangeNoAnswer() {
    MongoCollection<Document> plain = store.collection("plain");
    plain.insertMany(indexed.find().into(new ArrayList<>()));
    Random random = new Random(3);
    for (int i = 0; i < RANDOM_QUERIES; i++) {
      Bson change = randomQuery(random);
      if (i % 10 == 0) {
        Bson update = Updates.set("at", random.nextInt(ADDRESSES * EACH));
        indexed.updateMany(eq("_id", i % EACH), update);
        plain.updateMany(eq("_id", i % EACH), update);
      }
      Bson sort = Sorts.orderBy(randomSort(random), Sorts.ascending("_id"));
      int limit = random.nextInt(10);
      assertThat(indexed.find(change).sort(sort).limit(limit).into(new ArrayList<>()))
          .as("%s %s %d", change, sort, limit)
          .isEqualTo(plain.find(change).sort(sort).limit(limit).into(new ArrayList<>()));
    }
  }

  private static Bson randomQuery(Random random) {
    List<Bson> parts =
        List.of(
            eq("address", "a" + random.nextInt(ADDRESSES)),
            in("address", "a1", "a" + random.nextInt(ADDRESSES), "none"),
            gt("at", random.nextInt(ADDRESSES * EACH)),
            lte("at", random.nextInt(ADDRESSES * EACH)),
            lt("at", "a text"),
            eq("waiting", random.nextBoolean()),
            eq("waiting", null),
            ne("address", "a2"));
    return and(
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> parts.get(random.nextInt(parts.size())))
            .toList());
  }

  private static Bson randomSort(Random random) {
    List<Bson> sorts =
        List.of(
            Sorts.ascending("at"),
            Sorts.descending("at"),
            Sorts.ascending("address", "at"),
            Sorts.orderBy(Sorts.descending("address"), Sorts.ascending("at")));
    return sorts.get(random.nextInt(sorts.size()));
  }

  private long read(Bson filter, @Nullable Bson sort, int limit) {
    long before = scans.examined();
    indexed.find(filter).sort(sort).limit(limit).into(new ArrayList<>());
    return scans.examined() - before;
  }
}
