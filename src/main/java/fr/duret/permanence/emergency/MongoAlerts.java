package fr.duret.permanence.emergency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Alerts in the store, one document each.
final class MongoAlerts {

  /// More alerts than this within some hours are beyond any rota.
  private static final int MANY = 100;

  private final MongoCollection<Document> alerts;

  MongoAlerts(Store store) {
    alerts = store.collection("alerts", Index.on("at"));
  }

  Optional<Alert> find(String id) {
    return Optional.ofNullable(alerts.find(eq("_id", id)).first()).map(MongoAlerts::alert);
  }

  /// The alert under that id, inserted if it was not there.
  Alert findOrInsert(Alert fresh) {
    try {
      alerts.insertOne(document(fresh));
      return fresh;
    } catch (MongoException e) {
      if (Store.isDuplicate(e)) {
        return find(fresh.id()).orElseThrow();
      }
      throw e;
    }
  }

  /// Whether the change was written; false if somebody changed the alert meanwhile.
  boolean replaced(Alert changed) {
    return alerts
            .replaceOne(
                and(eq("_id", changed.id()), eq("version", changed.version() - 1)),
                document(changed))
            .getMatchedCount()
        == 1;
  }

  /// The alerts received since then, oldest first.
  List<Alert> since(Instant then) {
    return alerts
        .find(gte("at", Date.from(then)))
        .sort(Sorts.ascending("at"))
        .limit(MANY)
        .map(MongoAlerts::alert)
        .into(new ArrayList<>());
  }

  private static Document document(Alert alert) {
    Document document =
        new Document("_id", alert.id())
            .append("from", alert.from().key())
            .append("number", alert.number())
            .append("words", alert.words())
            .append("at", Date.from(alert.at()))
            .append("chain", alert.chain().stream().map(MongoAlerts::member).toList())
            .append("everybody", alert.everybody().stream().map(MongoAlerts::member).toList())
            .append("step", alert.step())
            .append("passed", alert.passed().stream().map(MongoAlerts::member).toList())
            .append("settled", alert.settled())
            .append("heard", alert.heard())
            .append("version", alert.version());
    alert.person().ifPresent(person -> document.append("person", person));
    alert.taker().ifPresent(taker -> document.append("taker", member(taker)));
    return document;
  }

  private static Alert alert(Document document) {
    return new Alert(
        document.getString("_id"),
        document.getInteger("number", 1),
        Address.ofKey(document.getString("from")),
        Optional.ofNullable(document.getString("person")),
        document.getString("words"),
        document.getDate("at").toInstant(),
        members(document.getList("chain", Document.class)),
        members(document.getList("everybody", Document.class)),
        document.getInteger("step"),
        Optional.ofNullable(document.get("taker", Document.class)).map(MongoAlerts::member),
        members(document.getList("passed", Document.class)),
        document.getBoolean("settled"),
        document.getList("heard", String.class, List.of()),
        document.getLong("version"));
  }

  private static Document member(Member member) {
    return new Document("name", member.name()).append("number", member.number().key());
  }

  private static Member member(Document document) {
    return new Member(document.getString("name"), Address.ofKey(document.getString("number")));
  }

  private static List<Member> members(List<Document> documents) {
    return documents.stream().map(MongoAlerts::member).toList();
  }
}
