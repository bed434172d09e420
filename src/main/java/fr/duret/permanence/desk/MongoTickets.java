package fr.duret.permanence.desk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Tickets in the store: one document each; at most one active document a matter, by a unique index
/// over a field that only active ones have.
final class MongoTickets {

  /// Causes remembered in a ticket, so that a replay raises nothing twice.
  private static final int CAUSES = 50;

  private final MongoCollection<Document> tickets;

  MongoTickets(Store store) {
    tickets =
        store.collection(
            "tickets",
            Index.unique("openMatter").onlyWherePresent(),
            Index.on("matter", "-opened"),
            Index.on("active", "order"),
            Index.on("order"));
  }

  /// A ticket with the causes it has absorbed.
  record Stored(Ticket ticket, List<String> causes) {

    Stored {
      causes = List.copyOf(causes);
    }

    boolean knows(String cause) {
      return causes.contains(cause);
    }

    Stored with(Ticket changed, String cause) {
      List<String> more = new ArrayList<>(causes);
      more.add(cause);
      return new Stored(changed, more.subList(Math.max(0, more.size() - CAUSES), more.size()));
    }
  }

  /// Whether it was inserted; false if its id or its matter is there already.
  boolean inserted(Stored fresh) {
    try {
      tickets.insertOne(document(fresh));
      return true;
    } catch (MongoException e) {
      if (Store.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  /// Whether the change was written; false if somebody changed the ticket meanwhile.
  boolean replaced(Stored changed) {
    Ticket ticket = changed.ticket();
    Bson before = and(eq("_id", ticket.id()), eq("version", ticket.version() - 1));
    return tickets.replaceOne(before, document(changed)).getMatchedCount() == 1;
  }

  Optional<Stored> find(String id) {
    return first(tickets.find(eq("_id", id)));
  }

  /// The latest ticket of a matter, done or not.
  Optional<Stored> latest(String matter) {
    return first(tickets.find(eq("matter", matter)).sort(Sorts.descending("opened")));
  }

  Optional<Stored> active(String matter) {
    return first(tickets.find(eq("openMatter", matter)));
  }

  List<Ticket> page(Optional<Boolean> active, String after, int limit) {
    Bson beyond = gt("order", after);
    Bson filter = active.map(state -> and(eq("active", state), beyond)).orElse(beyond);
    return tickets
        .find(filter)
        .sort(Sorts.ascending("order"))
        .limit(limit)
        .map(document -> stored(document).ticket())
        .into(new ArrayList<>());
  }

  long count(Bson more) {
    return tickets.countDocuments(and(eq("active", true), more));
  }

  static Bson inState(TicketState state) {
    return eq("state", state.name());
  }

  static Bson ofPriority(Priority priority) {
    // The order begins with the priority, so that the index answers.
    return and(Filters.gte("order", priority.rank() + "-"), lt("order", priority.rank() + "."));
  }

  static Bson dueBefore(Instant now) {
    return lt("due", Date.from(now));
  }

  private static Optional<Stored> first(FindIterable<Document> found) {
    return Optional.ofNullable(found.limit(1).first()).map(MongoTickets::stored);
  }

  private static Document document(Stored stored) {
    Ticket ticket = stored.ticket();
    Document document =
        new Document("_id", ticket.id())
            .append("kind", ticket.kind().name())
            .append("subject", ticket.subject())
            .append("matter", ticket.matter())
            .append("priority", ticket.priority().name())
            .append("opened", Date.from(ticket.opened()))
            .append("due", Date.from(ticket.due()))
            .append("promiseBroken", ticket.promiseBroken())
            .append("contacts", ticket.contacts())
            .append("contact", ticket.contact().key())
            .append("state", ticket.state().name())
            .append("active", ticket.active())
            .append("order", ticket.order())
            .append("causes", stored.causes())
            .append("version", ticket.version());
    ticket.client().ifPresent(client -> document.append("client", client));
    ticket.owner().ifPresent(owner -> document.append("owner", owner));
    if (ticket.active()) {
      document.append("openMatter", ticket.matter());
    }
    return document;
  }

  private static Stored stored(Document document) {
    Ticket ticket =
        new Ticket(
            document.getString("_id"),
            TicketKind.valueOf(document.getString("kind")),
            document.getString("subject"),
            document.getString("matter"),
            Priority.valueOf(document.getString("priority")),
            document.getDate("opened").toInstant(),
            document.getDate("due").toInstant(),
            document.getBoolean("promiseBroken"),
            document.getInteger("contacts"),
            Address.ofKey(document.getString("contact")),
            Optional.ofNullable(document.getString("client")),
            TicketState.valueOf(document.getString("state")),
            Optional.ofNullable(document.getString("owner")),
            document.getLong("version"));
    return new Stored(ticket, document.getList("causes", String.class));
  }
}
