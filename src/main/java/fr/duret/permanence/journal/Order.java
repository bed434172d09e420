package fr.duret.permanence.journal;

import java.time.Instant;
import org.bson.types.ObjectId;

/// The place of an entry or message among the others, as a text that sorts by business time and
/// then by arrival. One field serves as sort key, range and page cursor, so one index does.
public final class Order {

  /// Milliseconds of any year up to 5138 fit.
  private static final int DIGITS = 14;

  private Order() {}

  /// A new place at that time, after all that this process made before for the same time. Between
  /// processes the machine's second decides, within it chance.
  public static String next(Instant at) {
    return floor(at) + new ObjectId().toHexString();
  }

  /// The place before all that happened at that time or later. Times before 1970 count as 1970.
  public static String floor(Instant at) {
    String millis = Long.toString(Math.max(0, at.toEpochMilli()));
    return "0".repeat(Math.max(0, DIGITS - millis.length())) + millis + "-";
  }
}
