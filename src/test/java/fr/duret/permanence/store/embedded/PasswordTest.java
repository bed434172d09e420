package fr.duret.permanence.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import fr.duret.permanence.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

  private static final int UNAUTHORIZED = 13;

  @TempDir private Path directory;

  private Store store;
  private String uri;

  @BeforeEach
  void openAStoreWithASecretInIt() {
    store = Store.open("embedded:" + directory.resolve("data"));
    store.collection("secrets").insertOne(new Document("_id", "secret"));
    uri = store.embedded().orElseThrow().connectionString();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aClientWithoutThePasswordIsRefusedEverything() {
    String without = uri.replaceAll("//.*@", "//").replaceAll("authMechanism.*external&", "");
    try (MongoClient other = MongoClients.create(without)) {
      MongoCollection<Document> secrets = other.getDatabase("permanence").getCollection("secrets");
      assertThatThrownBy(() -> secrets.find().first()).satisfies(PasswordTest::isUnauthorized);
      assertThatThrownBy(() -> secrets.insertOne(new Document()))
          .satisfies(PasswordTest::isUnauthorized);
      assertThatThrownBy(() -> other.getDatabase("permanence").drop())
          .satisfies(PasswordTest::isUnauthorized);
      assertThatThrownBy(() -> other.listDatabaseNames().first())
          .satisfies(PasswordTest::isUnauthorized);
    }
    assertThat(store.collection("secrets").countDocuments()).isEqualTo(1);
  }

  @Test
  void aClientWithAWrongPasswordIsRefused() {
    String wrong = uri.replaceAll("permanence:[^@]*@", "permanence:guess@");
    try (MongoClient other = MongoClients.create(wrong)) {
      MongoCollection<Document> secrets = other.getDatabase("permanence").getCollection("secrets");
      assertThatThrownBy(() -> secrets.find().first()).isInstanceOf(MongoSecurityException.class);
    }
  }

  @Test
  void thePasswordOfThisStartIsNotThatOfTheNext() {
    store.close();
    store = Store.open("embedded:" + directory.resolve("data"));
    String next = store.embedded().orElseThrow().connectionString();
    assertThat(password(next)).isNotEqualTo(password(uri)).hasSize(64);
  }

  @Test
  void theFileIsReadableByItsOwnerAlone() throws Exception {
    Path file = directory.resolve("data").resolve("permanence.mv");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static String password(String uri) {
    return uri.replaceAll("mongodb://permanence:([^@]*)@.*", "$1");
  }

  private static void isUnauthorized(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(UNAUTHORIZED));
  }
}
