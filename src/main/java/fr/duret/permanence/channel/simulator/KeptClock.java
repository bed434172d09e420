package fr.duret.permanence.channel.simulator;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bson.Document;

/// The demonstration's clock, kept in its store: started again on the same data it goes on where it
/// was. Were it to go back, everything owed, reserved and planned would lie in the future.
public final class KeptClock implements AutoCloseable {

  /// How often the time that runs by itself is noted; a start after a crash adds as much, so that
  /// it never goes back.
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final String ID = "clock";

  private final MongoCollection<Document> notes;
  private final SettableClock clock;
  private final Pulse pulse = new Pulse("demonstration clock", INTERVAL, this::note);

  /// Reads where the clock was.
  ///
  /// @param start where it begins on a new store, or if the store has not come so far
  /// @param nanos the machine's monotonic clock
  public KeptClock(Store store, Instant start, LongSupplier nanos) {
    this.notes = store.collection("demonstration");
    Instant from = noted().map(at -> at.plus(INTERVAL)).filter(start::isBefore).orElse(start);
    this.clock = new SettableClock(from, nanos, this::note);
  }

  /// The clock itself.
  public SettableClock clock() {
    return clock;
  }

  /// Notes the time from now on.
  public void start() {
    pulse.start();
  }

  /// Notes the time now.
  void note() {
    note(clock.instant());
  }

  private void note(Instant at) {
    Document time = new Document("_id", ID).append("at", Date.from(at));
    notes.replaceOne(eq("_id", ID), time, new ReplaceOptions().upsert(true));
  }

  private Optional<Instant> noted() {
    return Optional.ofNullable(notes.find(eq("_id", ID)).first())
        .map(time -> time.getDate("at").toInstant());
  }

  @Override
  public void close() {
    pulse.close();
  }
}
