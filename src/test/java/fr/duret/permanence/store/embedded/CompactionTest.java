package fr.duret.permanence.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import fr.duret.permanence.store.Compaction;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreGoneException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  private static final int BATCHES = 12;
  private static final int KEPT = 500;

  @TempDir private Path directory;

  @Test
  void aLoosleyFilledFileIsCompactedAtTheStartAndLosesNothing() throws Exception {
    long loose = fillAndEmpty();

    try (Store store = Store.open(uri())) {
      assertThat(Files.size(file())).isLessThan(loose / 3);
      verify(store);
    }
  }

  @Test
  void theCommandCompactsAndSaysWhatWasGained() throws Exception {
    long loose = fillAndEmpty();

    long gained = Compaction.run(uri());

    assertThat(gained).isEqualTo(loose - Files.size(file())).isPositive();
    try (Store store = Store.open(uri())) {
      verify(store);
    }
  }

  @Test
  void aStoreInUseIsNotCompacted() {
    try (Store store = Store.open(uri())) {
      assertThatThrownBy(() -> Compaction.run(uri()))
          .isInstanceOf(StoreGoneException.class)
          .hasMessageEndingWith("another permanence uses it");
      assertThat(directory).isDirectoryNotContaining("glob:**.compact");
      store.collection("things").insertOne(new Document("_id", 1));
    }
  }

  @Test
  void aMongoDbServerIsNotCompactedByUs() {
    assertThatThrownBy(() -> Compaction.run("mongodb://localhost/"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String uri() {
    return "embedded:" + directory;
  }

  private Path file() {
    return directory.resolve("permanence.mv");
  }

  private long fillAndEmpty() throws Exception {
    Random random = new Random(1);
    try (Store store = Store.open(uri())) {
      MongoCollection<Document> things = store.collection("things", Index.on("n"));
      for (int batch = 0; batch < BATCHES; batch++) {
        byte[] noise = new byte[2000];
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
          random.nextBytes(noise);
          documents.add(
              new Document("_id", batch * KEPT + i)
                  .append("n", batch * KEPT + i)
                  .append("noise", noise.clone()));
        }
        things.insertMany(documents);
      }
      things.deleteMany(Filters.gte("n", KEPT));
    }
    return Files.size(file());
  }

  private static void verify(Store store) {
    MongoCollection<Document> things = store.collection("things", Index.on("n"));
    List<Integer> ids = new ArrayList<>();
    things.find(Filters.gte("n", 0)).map(found -> found.getInteger("_id")).into(ids);
    assertThat(ids).containsExactlyElementsOf(IntStream.range(0, KEPT).boxed().toList());
    things.insertOne(new Document("_id", KEPT).append("n", KEPT));
    assertThat(things.countDocuments()).isEqualTo(KEPT + 1);
  }
}
