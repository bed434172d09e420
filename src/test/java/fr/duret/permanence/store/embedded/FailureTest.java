package fr.duret.permanence.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import fr.duret.permanence.store.Reason;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreGoneException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {

  @TempDir private Path directory;

  @BeforeAll
  static void registerTheFullDisk() {
    FilePath.register(new FullDisk());
  }

  @AfterEach
  void emptyTheDisk() {
    FullDisk.FULL.set(false);
  }

  @Test
  void aFullDiskEndsTheStoreAndWhatWasAcknowledgedIsThereAfterwards() {
    List<Throwable> told = new ArrayList<>();
    try (EmbeddedServer server =
            EmbeddedServer.serve(DataFile.open("full:" + directory.resolve("permanence.mv")));
        Store store = Store.open(server.connectionString())) {
      server.onFailure(told::add);
      MongoCollection<Document> things = store.collection("things");
      things.insertOne(new Document("_id", "before"));
      assertThat(server.alive()).isTrue();

      FullDisk.FULL.set(true);

      assertThatThrownBy(() -> things.insertOne(new Document("_id", "unacknowledged")))
          .isInstanceOf(MongoException.class)
          .hasMessageContaining("the embedded store is gone");
      assertThat(server.alive()).isFalse();
      assertThat(told).singleElement().extracting(Reason::of).isEqualTo("the disk is full");
      server.onFailure(told::add);
      assertThat(told).hasSize(2);
      assertThatThrownBy(() -> things.find().first()).isInstanceOf(MongoException.class);
    }
    FullDisk.FULL.set(false);
    try (Store store = Store.open("embedded:" + directory)) {
      assertThat(store.alive()).isTrue();
      assertThat(store.collection("things").find(new Document("_id", "before")).first())
          .isNotNull();
    }
  }

  @Test
  void oneProcessAtATimeHasTheFile() {
    String uri = "embedded:" + directory;
    try (Store store = Store.open(uri)) {
      assertThatThrownBy(() -> Store.open(uri))
          .isInstanceOf(StoreGoneException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageEndingWith("another permanence uses it");
      assertThat(store.alive()).isTrue();
    }
  }

  @Test
  void aFileThatIsNoStoreIsNotOpened() throws Exception {
    Files.writeString(directory.resolve("permanence.mv"), "x".repeat(9000));
    assertThatThrownBy(() -> Store.open("embedded:" + directory))
        .isInstanceOf(StoreGoneException.class)
        .hasMessageContaining("its file is damaged");
  }

  @Test
  void aClosedStoreIsNotAlive() {
    Store store = Store.open("embedded:" + directory);
    store.close();
    assertThat(store.alive()).isFalse();
    assertThatThrownBy(() -> store.collection("things").find().first())
        .isInstanceOf(IllegalStateException.class);
  }
}
