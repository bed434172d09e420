package fr.duret.permanence.channel.simulator;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Attempt;
import fr.duret.permanence.outbox.Finding;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/// Delivers messages to telephones that exist on a web page only.
public final class SimulatedProvider implements Transport {

  private static final String ORDER = "order";
  private static final int MOST = 1000;

  private final MongoCollection<Document> delivered;
  private final InstantSource clock;
  private final String ours;

  /// A message that a telephone received.
  ///
  /// @param id the outbox's id of it
  /// @param at when, in business time
  /// @param channel what carried it
  /// @param from our number
  /// @param to the telephone's address
  /// @param text the words
  public record Delivered(
      String id, Instant at, Channel channel, String from, String to, String text) {}

  /// Opens the provider.
  ///
  /// @param ours our number, as the telephones show it
  public SimulatedProvider(Store store, InstantSource clock, String ours) {
    this.delivered = store.collection("simulated", Index.on("to", ORDER));
    this.clock = clock;
    this.ours = ours;
  }

  /// Our number, as the telephones show it.
  public String number() {
    return ours;
  }

  @Override
  public Attempt send(Outbound message) {
    Document document =
        new Document("_id", message.id())
            .append(ORDER, new ObjectId().toHexString())
            .append("at", Date.from(clock.instant()))
            .append("channel", message.channel().name())
            .append("to", message.to().key())
            .append("text", message.text());
    try {
      delivered.insertOne(document);
    } catch (MongoWriteException failed) {
      if (!Store.isDuplicate(failed)) {
        throw failed;
      }
    }
    return new Attempt.Sent("simulated:" + message.id());
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration settleAfter() {
    return Duration.ZERO;
  }

  @Override
  public Finding settle(Doubt doubt) {
    String id = doubt.message().id();
    return delivered.find(eq("_id", id)).first() == null
        ? new Finding.NeverLeft()
        : new Finding.Left("simulated:" + id);
  }

  /// What that address has received, oldest first, a thousand at most.
  public List<Delivered> inbox(Address address) {
    List<Delivered> inbox = new ArrayList<>();
    delivered
        .find(eq("to", address.key()))
        .sort(Sorts.ascending(ORDER))
        .limit(MOST)
        .forEach(document -> inbox.add(read(document, address)));
    return inbox;
  }

  private Delivered read(Document document, Address address) {
    return new Delivered(
        document.getString("_id"),
        document.getDate("at").toInstant(),
        Channel.valueOf(document.getString("channel")),
        ours,
        address.value(),
        document.getString("text"));
  }
}
