package fr.duret.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  @TempDir private Path directory;

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    try (Store store = Store.open("embedded:" + directory)) {
      store.collection("things").insertOne(new Document("_id", "a").append("n", 1));
    }
    try (Store store = Store.open("embedded:" + directory)) {
      assertThat(store.collection("things").find().first())
          .isEqualTo(new Document("_id", "a").append("n", 1));
    }
  }

  @Test
  void aDuplicateIsTold() {
    try (Store store = Store.open("embedded:" + directory)) {
      MongoCollection<Document> things = store.collection("things", Index.unique("key"));
      things.insertOne(new Document("key", 1));
      assertThatThrownBy(() -> things.insertOne(new Document("key", 1)))
          .isInstanceOfSatisfying(
              MongoWriteException.class, e -> assertThat(Store.isDuplicate(e)).isTrue());
    }
  }

  @Test
  void aClosedStoreIsUnavailableAndTellsSoOnce() {
    Store store = Store.open("embedded:" + directory);
    MongoCollection<Document> things = store.collection("things");
    List<Throwable> told = new ArrayList<>();
    store.onFailure(told::add);
    assertThat(store.alive()).isTrue();

    store.close();
    store.close();
    assertThat(store.alive()).isFalse();
    assertThat(told).singleElement().asString().contains("the store was closed");
    assertThatThrownBy(() -> things.insertOne(new Document("_id", "a")))
        .isInstanceOfSatisfying(
            RuntimeException.class, e -> assertThat(Store.isUnavailable(e)).isTrue());
    assertThat(Store.isUnavailable(new IllegalStateException("ours"))).isFalse();

    store.onFailure(told::add);
    assertThat(told).hasSize(2);
  }
}
