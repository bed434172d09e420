package fr.duret.permanence.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The id that joins all that follows from one cause, in logs and documents.
public final class Trace {

  private static final int BYTES = 8;

  private Trace() {}

  /// The trace of a cause: the same for a repeated one, and telling nothing about it (a message id
  /// of an e-mail may hold a name).
  public static String of(String cause) {
    byte[] hash = sha256().digest(cause.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
