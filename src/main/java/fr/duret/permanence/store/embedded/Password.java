package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Admits connections that know the secret made at this start, by the SASL mechanism PLAIN, which
/// every driver speaks (mongo-java-server itself has no authentication).
///
/// The secret crosses nothing but the loopback interface, which only the machine's administrator
/// can read, and is in no file.
final class Password {

  private static final AttributeKey<Boolean> ADMITTED = AttributeKey.valueOf(Password.class, "in");

  /// What a driver must ask before it can authenticate; the answers tell nothing of the data.
  private static final Set<String> BEFORE = Set.of("hello", "isMaster", "ismaster", "ping");

  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  private static final int SECRET_BYTES = 32;

  private final String secret;

  private Password(String secret) {
    this.secret = secret;
  }

  static Password random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(HexFormat.of().formatHex(bytes));
  }

  String text() {
    return secret;
  }

  /// Refuses what a connection may not ask yet.
  void check(Channel connection, String command) {
    if (!BEFORE.contains(command) && connection.attr(ADMITTED).get() == null) {
      throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "not authorized: " + command);
    }
  }

  /// Answers `saslStart`: PLAIN sends "authorization NUL user NUL password" and is done in one
  /// step.
  Document authenticate(Channel connection, Document command) {
    if (!"PLAIN".equals(command.get("mechanism")) || !matches(command.get("payload"))) {
      throw new MongoServerError(
          AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }
    connection.attr(ADMITTED).set(true);
    return new Document("conversationId", 1)
        .append("done", true)
        .append("payload", new BinData(new byte[0]))
        .append("ok", 1.0);
  }

  private boolean matches(@Nullable Object payload) {
    if (!(payload instanceof BinData sent)) {
      return false;
    }
    String text = new String(sent.getData(), StandardCharsets.UTF_8);
    String given = text.substring(text.lastIndexOf('\0') + 1);
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
