package fr.duret.permanence.gate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/// What people no longer want to receive, and what they have asked for: one document for each
/// address and purpose.
///
/// The latest word counts, by the time it was said: a command that is repeated or arrives late
/// changes nothing that was said after it.
public final class Consents {

  private static final String STOPPED = "stopped";
  private static final String SAID = "said";
  private static final String GIVEN = "given";

  private final MongoCollection<Document> consents;

  /// The consents kept in that store.
  public Consents(Store store) {
    consents = store.collection("consents");
  }

  /// STOP: no more messages of these purposes that we send first. A client who stops surveys still
  /// gets his reminder.
  public void stop(Address address, Set<Purpose> purposes, Instant at) {
    purposes.forEach(purpose -> say(address, purpose, true, at));
  }

  /// START: whatever was stopped is wanted again.
  public void start(Address address, Instant at) {
    for (Purpose purpose : Purpose.values()) {
      say(address, purpose, false, at);
    }
  }

  /// The person has agreed to messages of a purpose; marketing needs it.
  ///
  /// @param proof where that was said: id of the journal's entry, of the document
  public void agree(Address address, Purpose purpose, Instant at, String proof) {
    say(address, purpose, false, at);
    Bson given = Updates.combine(Updates.set(GIVEN, Date.from(at)), Updates.set("proof", proof));
    consents.updateOne(eq("_id", id(address, purpose)), given);
  }

  /// Whether messages of that purpose were unwanted before that time already.
  public boolean stoppedBefore(Address address, Purpose purpose, Instant at) {
    Document known = consents.find(eq("_id", id(address, purpose))).first();
    return known != null
        && known.getBoolean(STOPPED, false)
        && known.getDate(SAID).toInstant().isBefore(at);
  }

  /// What is known of an address for a purpose.
  public Consent of(Address address, Purpose purpose) {
    Document known = consents.find(eq("_id", id(address, purpose))).first();
    if (known == null) {
      return Consent.SILENT;
    }
    if (known.getBoolean(STOPPED, false)) {
      return Consent.STOPPED;
    }
    return known.containsKey(GIVEN) ? Consent.GIVEN : Consent.SILENT;
  }

  private void say(Address address, Purpose purpose, boolean stopped, Instant at) {
    Date said = Date.from(at);
    Bson older = and(eq("_id", id(address, purpose)), lt(SAID, said));
    Bson word = Updates.combine(Updates.set(STOPPED, stopped), Updates.set(SAID, said));
    try {
      consents.updateOne(older, word, new UpdateOptions().upsert(true));
    } catch (MongoException e) {
      // The document exists with a later word, which stands.
      if (!Store.isDuplicate(e)) {
        throw e;
      }
    }
  }

  private static String id(Address address, Purpose purpose) {
    return purpose.name() + "|" + address.key();
  }
}
