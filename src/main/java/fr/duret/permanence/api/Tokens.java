package fr.duret.permanence.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The bearer tokens that open the API; only their hashes are known.
public final class Tokens {

  private static final String BEARER = "Bearer ";

  private final Map<String, String> holders;

  /// Tokens by the hexadecimal SHA-256 of each, with the name of its holder.
  public Tokens(Map<String, String> holders) {
    this.holders = Map.copyOf(holders);
  }

  /// The hash under which a token is kept.
  public static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Who holds the token of an `Authorization` header; empty if nobody does.
  Optional<String> holder(String authorization) {
    return authorization.startsWith(BEARER)
        ? Optional.ofNullable(holders.get(hash(authorization.substring(BEARER.length()).strip())))
        : Optional.empty();
  }
}
