package fr.duret.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreHostTest {

  @TempDir private Path directory;

  @Test
  void severalNodesShareTheStoreThatAnotherProcessHosts() {
    try (ChildJvm host = ChildJvm.start(StoreHost.class, directory.toString())) {
      String uri = host.line();
      try (Store one = Store.open(uri);
          Store two = Store.open(uri)) {
        MongoCollection<Document> ofOne = one.collection("things", Index.unique("key"));
        MongoCollection<Document> ofTwo = two.collection("things", Index.unique("key"));
        ofOne.insertOne(new Document("key", 1));
        assertThat(ofTwo.countDocuments()).isEqualTo(1);
        assertThatThrownBy(() -> ofTwo.insertOne(new Document("key", 1)))
            .isInstanceOf(MongoWriteException.class);
        assertThat(two.alive()).isTrue();
      }
    }
  }
}
