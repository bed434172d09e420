package fr.duret.permanence.channel.sms;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/// Until when, by Twilio's clock, everything received is known to be in the journal.
final class CatchUpMark {

  private static final String ID = "catch-up";
  private static final String SINCE = "since";

  private final MongoCollection<Document> documents;

  CatchUpMark(Store store) {
    this.documents = store.collection("twilio");
  }

  /// The mark; empty before the first start.
  Optional<Instant> read() {
    return Optional.ofNullable(documents.find(eq("_id", ID)).first())
        .map(found -> found.getDate(SINCE).toInstant());
  }

  /// Sets the mark, unless another node has set a later one.
  void advance(Instant now) {
    documents.updateOne(
        eq("_id", ID), Updates.max(SINCE, Date.from(now)), new UpdateOptions().upsert(true));
  }
}
