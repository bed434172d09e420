package fr.duret.permanence.booking;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that derive from their cause, so that a repeated command names the same thing.
final class Ids {

  private Ids() {}

  static String visit(String cause) {
    return "V-" + UUID.nameUUIDFromBytes(("visit/" + cause).getBytes(StandardCharsets.UTF_8));
  }
}
